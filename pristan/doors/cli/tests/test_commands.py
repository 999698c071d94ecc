# SPDX-License-Identifier: EUPL-1.2
"""The `pristan` command as a person calls it: what it prints, its exit status, and words instead of traces."""

import sqlite3

import pytest
from django.db import connection

from pristan.city.directory.tests import minipack
from pristan.platform.published import readers

pytestmark = pytest.mark.django_db(transaction=True)
KLIC = "entries/services/klic.yaml"


@pytest.mark.parametrize(
    "words",
    [[], ["run"], ["pack"], ["pack", "check"], ["pack", "diff"], ["pack", "load"], ["pack", "export"], ["search"], ["search", "batch"], ["search", "eval"], ["audit"], ["audit", "verify"], ["audit", "seal"], ["audit", "show"], ["tick"], ["doctor"]],
    ids=" ".join,
)  # fmt: skip
def test_every_command_has_help_with_an_example(pristan, words):
    told = pristan(*words, "--help")
    assert told.status == 0 and "example" in told.out
    assert f"pristan {' '.join(words)}".strip() in told.out.split("example", 1)[1]


@pytest.mark.parametrize(
    "words",
    [
        [], ["sing"], ["--sing"], ["pack"], ["pack", "sing"], ["pack", "check", "a", "b"], ["pack", "export"], ["pack", "load", "--force"],
        ["search"], ["search", "a", "--limit", "many"], ["search", "batch"], ["search", "batch", "q.jsonl"], ["search", "eval", "--docs", "d"], ["run", "--port", "none"], ["run", "--port", "70000"], ["run", "--port", "-1"],
        ["run", "--workers", "x"], ["doctor", "now"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_words_that_are_no_call_end_with_2_and_the_usage(pristan, words):
    told = pristan(*words)
    assert told.status == 2 and told.err.startswith("usage: pristan") and told.out == ""


@pytest.mark.parametrize("name", ["PRISTAN_PORT", "PRISTAN_WORKERS"])
def test_a_setting_that_is_no_number_is_named(pristan, monkeypatch, name):
    monkeypatch.setenv(name, "many")
    told = pristan("run", "--prepare-only")
    assert told.status == 2 and "many" in told.err
    monkeypatch.setenv(name, "many")
    assert pristan("pack", "--help").status == 0, "the other commands do not mind"


def test_a_sound_pack_is_checked_with_0(pristan, pack):
    assert pristan("pack", "check", pack) == (0, "the pack is sound\n", "")


def test_a_wrong_pack_is_checked_with_1_and_every_problem(pristan, pack):
    minipack.replace(pack, KLIC, "website: https://example.org/klic", "website: example")
    minipack.replace(pack, KLIC, "needs: [doctor]", "needs: [doktor]")
    told = pristan("pack", "check", pack)
    assert told.status == 1 and "2 error(s), 0 warning(s)" in told.out
    assert f"mini/{KLIC}:13: error:" in told.out and f"mini/{KLIC}:11: error:" in told.out


@pytest.mark.parametrize("verb", ["check", "diff", "load"])
@pytest.mark.parametrize(
    ("make", "why"), [(None, "does not exist"), ("file", "is a file"), ("folder", "no city.yaml")]
)
def test_what_is_no_pack_is_told_with_1(pristan, tmp_path, verb, make, why):
    place = tmp_path / "place"
    if make == "file":
        place.write_text("x")
    elif make:
        place.mkdir()
    told = pristan("pack", verb, place)
    assert (
        told.status == 1 and told.err.startswith("pristan: ") and why in told.err and str(place) in told.err
    )


@pytest.mark.parametrize("broken", ["a: [1\n", "\0", "&x [*x]\n", "[" * 50_000, "- 1\n", "12\n", ""])
@pytest.mark.parametrize("path", ["city.yaml", "districts.yaml", "concepts/needs.yaml", "labels/sl/needs.yaml", KLIC, "entries/services/en/klic.yaml"])  # fmt: skip
def test_a_broken_file_anywhere_is_told_with_1_and_loads_nothing(pristan, pack, path, broken):
    minipack.put(pack, path, broken)
    told = pristan("pack", "check", pack)
    if told.status == 0:  # a list of districts or labels may be empty
        assert (path, broken) in {("districts.yaml", ""), ("labels/sl/needs.yaml", "")}
        return
    assert told.status == 1 and "error" in told.out
    refused = pristan("pack", "load", pack)
    assert refused.status == 1 and "nothing was loaded" in refused.err


def test_a_file_that_cannot_be_read_is_told_with_1(pristan, pack):
    (pack / KLIC).unlink()
    (pack / KLIC).symlink_to(pack / KLIC)
    told = pristan("pack", "check", pack)
    assert told.status == 1 and f"mini/{KLIC}:1: error: this file cannot be read" in told.out


def test_diff_load_and_diff_again(pristan, pack):
    before = pristan("pack", "diff", pack)
    assert (
        before.status == 0
        and "create entry klic" in before.out
        and "entry: 4 in pack, 4 created" in before.out
    )
    loaded = pristan("pack", "load", pack)
    assert loaded.status == 0 and f"readers see version {readers.version()}" in loaded.out
    after = pristan("pack", "diff", pack)
    assert after.status == 0 and after.out.endswith("nothing to change: the city and the pack agree\n")


def test_an_edit_of_people_is_told_by_diff_and_load(pristan, pack):
    from pristan.city.directory import services

    pristan("pack", "load", pack)
    services.edit(key="klic", fields={"summary": "Uredil človek."}, actor=minipack.LOADER, at=minipack.AT)
    assert "keep entry klic: summary (edited in the running city)" in pristan("pack", "diff", pack).out
    minipack.replace(pack, KLIC, "Pomoč ob nesreči.", "Nova pomoč.")
    told = pristan("pack", "load", pack)
    assert told.status == 0 and f"mini/{KLIC}:7: entry klic: `summary`" in told.out
    assert told.out.count("agree, but for 1 field(s) that people edited") == 1


def test_export_writes_a_new_folder_only(pristan, pack, tmp_path):
    pristan("pack", "load", pack)
    told = pristan("pack", "export", tmp_path / "out")
    assert told.status == 0 and f"{len(minipack.FILES)} files in {tmp_path / 'out'}" in told.out
    again = pristan("pack", "export", tmp_path / "out")
    assert again.status == 1 and "is not empty" in again.err
    (tmp_path / "file").write_text("mine")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        refused = pristan("pack", "export", place)
        assert refused.status == 1 and refused.err.startswith("pristan: ")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_that_may_not_be_written_is_told(pristan, pack, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied", str(tmp_path / "ro"))

    pristan("pack", "load", pack)
    monkeypatch.setattr("tempfile.TemporaryDirectory", refuse)
    told = pristan("pack", "export", tmp_path / "ro" / "out")
    assert told.status == 1 and str(tmp_path / "ro") in told.err and "Permission denied" in told.err


def test_search_shows_rank_score_name_and_reason(pristan, pack):
    pristan("pack", "load", pack)
    told = pristan("search", "emergency call", "--lang", "en")
    assert told.status == 0 and "Emergency call" in told.out and "name: " in told.out
    assert pristan("search", "nesreča").status == 0, "the first language of the city where none is given"
    nothing = pristan("search", "qqqqqqqqqqqq", "--lang", "sl")
    assert nothing.status == 0 and "nothing found" in nothing.out


@pytest.mark.parametrize(
    "text", ["", " ", "*", '"', "a" * 10_000, "\udcff", "’; DROP", "\u202e", "🙂", "NEAR(", "\x01"]
)
def test_search_takes_any_words(pristan, pack, text):
    pristan("pack", "load", pack)
    assert pristan("search", text, "--lang", "sl", "--filter", text, "--limit", "-5").status == 0


def test_a_reader_of_a_language_that_the_city_has_not_is_answered_in_one_it_has(pristan, pack):
    pristan("pack", "load", pack)
    for language in ("xx", "sq", "uk"):
        told = pristan("search", "nesreča", "--lang", language)
        assert told.status == 0 and "Klic v sili" in told.out and told.err == "", language


def test_search_before_there_is_a_city_says_what_to_do(pristan):
    told = pristan("search", "x")
    assert told.status == 1 and "pristan" in told.err


def test_doctor_ends_with_0_where_all_is_well(pristan, pack):
    pristan("pack", "load", pack)
    told = pristan("doctor")
    assert told.status == 0, told.out
    assert (
        f"readers see version {readers.version()}" in told.out and "all 4 entries have a source" in told.out
    )


def test_doctor_ends_with_1_where_something_is_wrong_and_tells_the_rest(pristan, pack):
    from pristan.city.directory.models import Source

    pristan("pack", "load", pack)
    Source.objects.all().delete()
    told = pristan("doctor")
    assert told.status == 1 and "4 entries have no source" in told.out and "work-free days" in told.out


def test_doctor_says_once_that_the_database_does_not_answer(pristan, monkeypatch):
    from django.db.utils import OperationalError

    def dead(*_, **__):
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "cursor", dead)
    told = pristan("doctor")
    assert told.status == 1 and told.out.count("the database does not answer") == 1


def test_a_database_locked_by_another_process_is_told_and_nothing_is_written(pristan, pack):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL locks rows, not files; two loads at once are tested with the locks")
    pristan("pack", "load", pack)
    minipack.replace(pack, KLIC, "Pomoč ob nesreči.", "Nova pomoč.")
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 100")
    try:
        told = pristan("pack", "load", pack)
        assert (
            told.status == 1 and "somebody else is writing" in told.err and "nothing was written" in told.err
        )
        assert pristan("search", "nesreča", "--lang", "sl").status == 0, "readers go on"
    finally:
        other.execute("ROLLBACK")
        other.close()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 20000")
    assert "1 changed" in pristan("pack", "load", pack).out


def test_stopping_by_hand_ends_with_130(pristan, pack, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("pristan.platform.packs.services.read_all", stop)
    told = pristan("pack", "load", pack)
    assert told.status == 130 and "nothing is half-written" in told.err


def test_without_a_city_there_is_no_plan_and_the_way_out_is_to_load_one(pristan, tmp_path):
    (tmp_path / "a.json").write_text("{}")
    told = pristan("plan", "--answers", tmp_path / "a.json")
    assert told.status == 1
    assert "pack load" in told.err
