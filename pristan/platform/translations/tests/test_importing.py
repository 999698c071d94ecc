# SPDX-License-Identifier: EUPL-1.2
"""What a file of translations changes, who vouches for it, and what is told instead of guessed."""

from dataclasses import replace

from pristan.platform.translations.content import digest
from pristan.platform.translations.exchange import Exchanged, Row, row, rows
from pristan.platform.translations.importing import plan
from pristan.platform.translations.status import status
from pristan.platform.translations.units import DRAFT, MISSING, ORIGINAL, REVIEWED, STALE, Place, Said, Unit

HERE = Place("city/a.yaml", 4)
OLD = digest("Stari dokument")
UNITS = [
    Unit("entry:a:name", "entries", "sl", "Dokument", HERE, {"en": Said("Document", is_human=True)}),
    Unit("entry:a:documents.1.text", "entries", "sl", "Vloga", HERE, {"en": Said("Form", is_human=False, made_from=digest("Vloga"))}),
    Unit("entry:a:documents.2.text", "entries", "sl", "Potrdilo", HERE, {"en": Said("Paper", is_human=False, made_from=OLD)}),
    Unit("district:b:name", "city", "sl", "Bežigrad", HERE, is_tracked=False),
    Unit("entry:a:summary", "entries", "en", "Help", HERE),
]  # fmt: skip


def bring(*given: Row, language: str = "en", is_vouched: bool = False):
    return plan(Exchanged("en.po", language, list(given)), UNITS, is_vouched=is_vouched)


def test_states_follow_from_digests():
    assert [unit.state("en") for unit in UNITS] == [REVIEWED, DRAFT, STALE, MISSING, ORIGINAL]
    assert [each.id for each in rows(UNITS, "en", [STALE, MISSING])] == [
        "entry:a:documents.2.text",
        "district:b:name",
    ]


def test_a_language_is_counted_by_kind_with_its_characters():
    entries, city = status(UNITS, ["en"])
    assert (entries.kind, list(entries.texts.values())) == ("entries", [1, 1, 1, 1, 0])
    assert (city.texts[MISSING], city.characters[MISSING], entries.characters[ORIGINAL]) == (1, 8, 4)
    assert status(UNITS, ["bs"])[0].texts[MISSING] == 4


def test_what_was_not_touched_changes_nothing():
    for is_vouched in (False, True):
        made = bring(*rows(UNITS, "en"), is_vouched=is_vouched)
        assert (made.said, made.told, dict(made.counts)) == ({}, [], {"same": 3, "empty": 1})


def test_a_new_text_is_a_draft_whatever_the_file_says():
    new = replace(row(UNITS[1], "en"), target="Application", state=REVIEWED)
    assert bring(new).said == {new.id: Said("Application", is_human=False, made_from=digest("Vloga"))}
    assert bring(new, is_vouched=True).said[new.id].is_human
    assert not bring(replace(new, state=DRAFT), is_vouched=True).said[new.id].is_human


def test_a_person_confirms_a_draft_and_a_stale_text():
    made = bring(*(replace(row(unit, "en"), state=REVIEWED) for unit in UNITS[1:3]), is_vouched=True)
    assert dict(made.counts) == {"confirmed": 2}
    assert made.said["entry:a:documents.2.text"] == Said("Paper", is_human=True, made_from=digest("Potrdilo"))


def test_what_was_made_from_an_older_original_is_told_and_kept_so():
    older = replace(row(UNITS[0], "en"), source="Stari dokument", target="Old paper")
    made = bring(older)
    assert made.said[older.id].made_from == OLD
    assert "older original" in made.told[0].what and not made.is_refused
    nowhere = replace(row(UNITS[3], "en"), source="Drugje", target="Elsewhere")
    assert "left out" in bring(nowhere).told[0].mend and not bring(nowhere).said


def test_a_translation_follows_its_sentence_to_another_place():
    moved = replace(row(UNITS[1], "bs"), id="entry:a:documents.2.text", target="Obrazac")
    assert list(bring(moved, language="bs").said) == ["entry:a:documents.1.text"]


def test_what_has_no_place_or_a_wrong_number_refuses_all():
    for wrong in (
        Row("entry:a:nothing", "sl", "x", "y", DRAFT, line=7),
        replace(row(UNITS[0], "en"), target="Document 42", line=7),
        Row("entry:a:summary", "en", "Help", "Aid", DRAFT, line=7),
    ):
        made = bring(wrong)
        assert made.is_refused and str(made.told[0]).startswith("en.po:7: error: ")


def test_an_original_whose_place_was_taken_is_told():
    taken = Row("entry:a:documents.1.text", "sl", "Ni več tu", "Gone", DRAFT)
    made = bring(
        taken, replace(row(UNITS[1], "bs"), id="entry:a:documents.9.text", target="Obrazac"), language="bs"
    )
    assert list(made.said) == ["entry:a:documents.1.text"] and "is gone" in made.told[0].what
