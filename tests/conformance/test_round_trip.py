# SPDX-License-Identifier: EUPL-1.2
"""Both real packs through the city and back: what nobody edited keeps every byte, what people edited keeps its comments."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.db import connection

from pristan.city.directory import services, store
from pristan.city.directory.models import Entry
from pristan.platform.accounts.actors import system
from pristan.platform.packs import services as packs
from pristan.platform.packs.export import export
from pristan.platform.packs.models import LoadedThing
from tests import cities

EDITOR = system("test-editor")
# No text that any pack holds; with words and signs that a careless writer of YAML trips over.
EDITS: dict[str, Any] = {
    "summary": 'Uredil človek: 8:00, "no" – in # lojtra. ' * 4 + "Konec.",
    "phones": [{"number": "112", "remark": {"en": "yes: call"}}, {"number": "+386 1 522 50 50"}],
    "email": "info@example.org",
    "website": None,
}


ONE = {"sqlite": cities.LJUBLJANA, "postgresql": cities.EXAMPLE}


class Edited(NamedTuple):
    """A city that people edited: whose fields, how every entry lived, and its export."""

    keys: list[str]
    lived: dict[str, Any]
    folder: Path
    files: dict[str, bytes]


@pytest.fixture(scope="module", params=[cities.EXAMPLE, cities.LJUBLJANA], ids=lambda path: path.name)
def pack(
    request: pytest.FixtureRequest,
    ljubljana_server: Any,
    is_one_of_several: bool,
    django_db_setup: None,
    django_db_blocker: Any,
) -> Iterator[Path]:
    """A real pack, loaded once for all tests of it. Of two runs side by side each takes one."""
    if is_one_of_several and request.param != ONE[connection.vendor]:
        pytest.skip(f"the other run takes {request.param.name}")
    if request.param == cities.LJUBLJANA:
        with django_db_blocker.unblock(), cities.inside(cities.name(ljubljana_server.database)):
            yield request.param
        return
    with cities.taken_back(django_db_blocker):
        load(request.param, cities.THESAURUS)
        yield request.param


@pytest.fixture(scope="module")
def edited(pack: Path, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Edited:
    """The first entry of every kind is edited, the city exported, and the edits are taken back."""
    folder = tmp_path_factory.mktemp("edited") / "out"
    with cities.taken_back(django_db_blocker):
        keys = edit_one_of_each_kind()
        lived = store.live(list(Entry.objects.values_list("key", flat=True)))
        return Edited(keys, lived, folder, exported(folder))


def load(pack: Path, thesaurus: Path) -> packs.Summary:
    return packs.load(pack, thesaurus=thesaurus, actor=system("tests"), at=cities.NOW)


def contents(folder: Path) -> dict[str, bytes]:
    """Path -> bytes of everything in a folder, its own name first."""
    return {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def exported(to: Path) -> dict[str, bytes]:
    export(to)
    return {path: raw for folder in sorted(to.iterdir()) for path, raw in contents(folder).items()}


def edit_one_of_each_kind() -> list[str]:
    """Edit the first entry of every kind as people do in the running city."""
    firsts = {entry.kind: entry for entry in Entry.objects.filter(is_location_secret=False).order_by("-key")}
    for entry in firsts.values():
        services.edit(key=entry.key, fields=EDITS, actor=EDITOR, at=cities.NOW)
    return [entry.key for entry in firsts.values()]


def comments(raw: bytes) -> list[str]:
    lines = raw.decode().splitlines()
    return [line.strip() for line in lines if line.strip().startswith("#")]


def empty_the_city() -> None:
    """As on the first day, inside this test."""
    from django.apps import apps
    from django.db import connection

    for config in ("directory", "taxonomy", "translations", "packs"):
        for model in apps.get_app_config(config).get_models(include_auto_created=True):
            with connection.cursor() as cursor:
                cursor.execute(f"DELETE FROM {model._meta.db_table}")


def test_a_city_that_nobody_edited_comes_back_byte_for_byte(pack, db, tmp_path):
    assert exported(tmp_path / "out") == contents(pack) | contents(cities.THESAURUS)


def test_edited_fields_are_in_the_files_with_every_comment_and_nothing_else_changed(pack, edited):
    before, after = contents(pack) | contents(cities.THESAURUS), edited.files
    assert before.keys() == after.keys()
    changed = {path for path in before if before[path] != after[path]}
    mains = {path for path in changed if path.count("/") == 3}
    assert {Path(path).stem for path in mains} == set(edited.keys)
    assert {Path(path).stem for path in changed} == set(edited.keys), "no other entry's file was touched"
    for path in changed:
        assert set(comments(before[path])) <= set(comments(after[path])), path
    for path in mains:
        assert "Uredil človek: 8:00" in after[path].decode()


def test_an_exported_city_has_nothing_to_load(pack, edited, db):
    edit_one_of_each_kind()
    there, thesaurus = edited.folder / pack.name, edited.folder / "thesaurus"
    planned = packs.diff(there, thesaurus=thesaurus)  # refuses what has an error
    assert planned.is_empty and not planned.conflicts and planned.details == []


def test_a_new_city_from_an_export_is_the_same_city_and_exports_the_same(pack, edited, db, tmp_path):
    keys = list(edited.lived)
    empty_the_city()
    assert not LoadedThing.objects.exists() and not store.live(keys)
    load(edited.folder / pack.name, edited.folder / "thesaurus")
    again = store.live(keys)
    for key in keys:
        assert again[key] == edited.lived[key], key
    assert exported(tmp_path / "second") == edited.files


def test_a_second_load_has_nothing_to_do_and_marks_nothing(pack, db):
    from pristan.platform.published.models import Dirty

    waiting = set(Dirty.objects.values_list("thing", "number"))
    again = load(pack, cities.THESAURUS)
    assert again.is_empty and again.details == [] and again.conflicts == []
    assert set(Dirty.objects.values_list("thing", "number")) == waiting
