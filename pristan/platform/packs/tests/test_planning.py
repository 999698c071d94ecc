# SPDX-License-Identifier: EUPL-1.2
"""The plan of a load, for a section of the tests' own: pack, base and live are three plain maps."""

import dataclasses
from typing import Any

import pytest

from pristan.platform.packs import planning
from pristan.platform.packs.files import PackFiles, SourceFile
from pristan.platform.packs.models import LoadedThing
from pristan.platform.packs.problems import PackMissing, PackRefused, Problem
from pristan.platform.packs.things import Thing, value_digest
from pristan.platform.packs.threeway import LEFT

pytestmark = pytest.mark.django_db


@dataclasses.dataclass
class Shelf:
    """A section whose city is a dictionary."""

    city: dict[str, dict[str, Any]]
    kind: str = "book"
    derived: str = "made_from."

    def live(self, keys):
        return {key: self.city[key] for key in keys if key in self.city}

    def hides(self, live):
        return bool(live.get("is_secret"))


def thing(key, **fields):
    return Thing("book", key, fields, SourceFile(f"mini/{key}.yaml", "title: x\nyear: y\n"))


def base(key, *, is_archived=False, **fields):
    digests = {name: value_digest(value) for name, value in fields.items()}
    files = {f"mini/{key}.yaml": ""}
    LoadedThing.objects.create(kind="book", key=key, digests=digests, files=files, is_archived=is_archived)


def plan(things, city=None):
    return planning.plan(Shelf(city or {}), things)


def test_what_nobody_knows_is_created_whole():
    made = plan([thing("a", title="A")])
    (change,) = made.changes
    assert (change.key, change.is_new, dict(change.fields)) == ("a", True, {"title": "A"})
    assert made.figures()["created"] == 1


def test_only_the_field_that_changed_is_written():
    base("a", title="A", year="1")
    (change,) = plan([thing("a", title="B", year="1")], {"a": {"title": "A", "year": "1"}}).changes
    assert dict(change.fields) == {"title": "B"} and not change.is_new


def test_a_field_that_left_the_file_is_taken_away():
    base("a", title="A", year="1")
    made = plan([thing("a", title="A")], {"a": {"title": "A", "year": "1"}})
    assert dict(made.changes[0].fields) == {"year": None}
    assert made.digests["a"] == {"title": value_digest("A")}


def test_an_edit_is_kept_and_stays_an_edit():
    base("a", title="A")
    made = plan([thing("a", title="A")], {"a": {"title": "Edited"}})
    assert not made.changes and made.kept == [("a", "title")]
    assert made.digests["a"] == {"title": value_digest("A")}, "the base stays: the next load keeps it, too"


def test_a_conflict_names_the_line_of_the_field():
    base("a", title="A", year="1")
    made = plan([thing("a", title="A", year="2")], {"a": {"title": "A", "year": "3"}})
    (conflict,) = made.conflicts
    assert (conflict.path, conflict.line, conflict.field) == ("mini/a.yaml", 2, "year")
    assert not made.changes


def test_what_the_city_computes_itself_is_no_edit():
    base("a", title="A")
    made = plan([thing("a", title="A")], {"a": {"title": "A", "made_from.en.title": "1234"}})
    assert not made.changes and not made.kept and not made.conflicts


def test_what_left_is_archived_once():
    base("a", title="A")
    assert plan([], {"a": {"title": "A"}}).archive == ["a"]
    LoadedThing.objects.update(is_archived=True)
    assert plan([], {}).archive == []


def test_what_left_after_an_edit_is_a_conflict_with_the_name_of_its_file():
    base("a", title="A")
    made = plan([], {"a": {"title": "Edited"}})
    (conflict,) = made.conflicts
    assert not made.archive and (conflict.field, conflict.path) == (LEFT, "mini/a.yaml")


def test_what_comes_back_brings_no_field_along_that_its_file_lacks_now():
    base("a", is_archived=True, title="A", email="old@example.org")
    (change,) = plan([thing("a", title="B")], {}).changes
    assert change.is_restored and not change.is_new
    assert dict(change.fields) == {"title": "B", "email": None}


def test_none_and_absent_are_the_same():
    base("a", title="A")
    made = plan([thing("a", title="A", year=None)], {"a": {"title": "A"}})
    assert not made.changes and not made.kept


def test_many_things_are_compared_in_pieces(monkeypatch):
    monkeypatch.setattr(planning, "CHUNK", 2)
    for key in "abcde":
        base(key, title=key)
    made = plan([thing(key, title=key.upper()) for key in "abcd"], {key: {"title": key} for key in "abcde"})
    assert [change.key for change in made.changes] == ["a", "b", "c", "d"] and made.archive == ["e"]


@pytest.mark.parametrize(
    ("make", "why"), [("", "does not exist"), ("file", "is a file"), ("folder", "no city.yaml")]
)
def test_what_is_no_pack_is_refused_with_the_reason(tmp_path, make, why):
    place = tmp_path / "x"
    if make == "file":
        place.write_text("")
    elif make:
        place.mkdir()
    with pytest.raises(PackMissing, match=why):
        planning.read_all(PackFiles(place, None))


def test_warnings_pass_and_errors_refuse_with_all_problems():
    warning = Problem("b.yaml", 2, "odd", "look", is_error=False)
    error = Problem("a.yaml", 1, "wrong", "mend it")
    assert planning.refuse_errors([warning]) == [warning]
    with pytest.raises(PackRefused, match=r"1 error\(s\); nothing was loaded") as refused:
        planning.refuse_errors([warning, error])
    assert refused.value.problems == [error, warning]


def test_what_the_pack_says_of_a_hidden_thing_is_not_kept():
    base("a", year="1", is_secret=True)
    made = plan([thing("a", year="2", is_secret=True)], {"a": {"year": "3", "is_secret": True}})
    (conflict,) = made.conflicts
    assert conflict.is_hidden and conflict.value is None
