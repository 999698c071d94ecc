# SPDX-License-Identifier: EUPL-1.2
"""The contract of search, fifth part: what people may be about to type, what they may have meant, and why a thing was found."""

from pristan.platform.search.port import Query, index
from pristan.platform.search.reasons import Reason, why
from pristan.platform.search.tests.conftest import Teach
from pristan.platform.search.tests.kit import Shelf, document, numbered
from pristan.platform.search.tests.teaching import TOWN_WORDS


def suggested(prefix: str, language: str = "en", **more: int) -> list[str]:
    return index().suggest(prefix, language, 1, **more)


def test_names_come_before_words(town: Shelf) -> None:
    assert suggested("sch") == ["Driving school", "Language course", "school"]
    assert suggested("cou") == ["Language course", "course"]
    assert suggested("doc") == ["doctor"]


def test_a_name_that_begins_with_what_was_typed_goes_first(shelf: Shelf) -> None:
    shelf.put(*numbered(["Old house", "House of books", "The very big house", "Houses"]))
    assert suggested("hous")[:4] == ["Houses", "House of books", "Old house", "The very big house"]


def test_the_words_before_the_last_must_be_there_too(town: Shelf) -> None:
    assert suggested("driving sch") == ["Driving school", "driving school"]
    assert "Driving school" not in suggested("language sch")


def test_names_are_suggested_without_their_marks(shelf: Shelf) -> None:
    shelf.put(document(1, language="sl", name="Šola tujih jezikov"))
    for typed in ("šol", "sol", "ŠOL", "Sola tuj"):
        assert "Šola tujih jezikov" in suggested(typed, "sl"), typed


def test_one_letter_is_too_little_and_nothing_is_nothing(town: Shelf) -> None:
    assert suggested("d") == suggested("") == suggested("  ") == suggested("🏥") == []


def test_only_what_readers_of_that_language_see_is_suggested(town: Shelf) -> None:
    assert suggested("doc", "sl") == []
    assert index().suggest("doc", "en", 0) == []


def test_no_more_is_suggested_than_asked_for_and_some_of_each_sort(shelf: Shelf) -> None:
    body = "gardenb gardenc gardend gardene"
    shelf.put(*(document(n, language="xx", name=f"Garden {n}", body=body) for n in range(1, 20)))
    found = suggested("garden", "xx", limit=6)
    assert found == ["Garden 1", "Garden 2", "Garden 3", "Garden", "gardenb", "gardenc"]
    assert len(suggested("garden", "xx")) == 8
    assert len(set(found)) == 6


def test_a_word_that_is_known_nowhere_may_have_been_meant_for_one_that_is(town: Shelf) -> None:
    assert index().meant(Query("docctor", "en", 1)) == ["doctor"]
    assert index().meant(Query("doctor", "en", 1)) == []  # known
    assert index().meant(Query("doctor libary", "en", 1)) == ["doctor Library"]
    assert index().meant(Query("xylophone", "en", 1)) == index().meant(Query("", "en", 1)) == []


def test_of_several_the_one_with_fewest_slips_was_meant_then_the_commonest(shelf: Shelf) -> None:
    shelf.put(
        *(
            document(number, language="xx", name=name)
            for number, name in enumerate(["pravnica", "pravnika", "pravnika", "travnikar"])
        )
    )
    assert index().meant(Query("pravnixa", "xx", 1)) == ["pravnika", "pravnica"]


def test_a_word_of_the_thesaurus_may_have_been_meant_in_whatever_language_if_it_finds_something(
    teach: Teach, shelf: Shelf
) -> None:
    teach(TOWN_WORDS)
    shelf.put(document(1, name="Physician"), document(2, name="Harbour"))
    assert index().meant(Query("zdravnkik", "en", 1)) == ["zdravnik"]
    assert index().meant(Query("лекаар", "en", 1)) == ["лекар"]
    assert index().meant(Query("kursii", "en", 1)) == [], "nothing here is a course"


def test_no_other_word_was_meant_where_most_words_are_known(teach: Teach, shelf: Shelf) -> None:
    teach(TOWN_WORDS)
    shelf.put(document(1, name="Physician"))
    assert index().meant(Query("zdravnik", "en", 1)) == []
    assert index().meant(Query("harbour physician zdravnkik", "en", 1)) == []
    assert index().meant(Query("harbour zdravnkik", "en", 1)) == ["harbour zdravnik"]


BODY = {
    "name": {"text": "Swimming lessons", "lang": "en"},
    "alternate_names": ["Water school", {"text": "Pool course"}],
    "organization": {"name": {"text": "Sports club"}},
    "needs": [{"id": "sport", "label": "Sport"}],
    "summary": {"text": "Learn to swim. Lessons for children and adults."},
    "documents": [{"text": "Medical certificate"}],
    "costs": [{"text": {"text": "Free of charge"}}, {"text": "Free lessons"}],
    "locations": [{"address_1": "Pool Street 2", "city": "Town"}],
    "schedule": {"text": "Mondays"},
    "eligibility": None,
    "procedure": {"deadline": {"text": "Until spring"}, "applies_to": {"conditions": "Only for adults"}},
}  # fmt: skip


def test_reasons_are_the_words_that_stand_there_field_by_field() -> None:
    assert why("lesson for adults", "en", BODY) == [
        Reason("name", ("lessons",)),
        Reason("summary", ("Lessons", "adults")),
        Reason("procedure", ("adults",)),
        Reason("costs", ("lessons",)),
    ]
    assert why("sports", "en", BODY) == [Reason("organization", ("Sports",)), Reason("needs", ("Sport",))]


def test_reasons_look_into_every_field_that_is_searched() -> None:
    for text, field in {
        "water": "alternate_names", "medical": "documents", "street": "locations", "monday": "schedule", "spring": "procedure", "charge": "costs",
    }.items():  # fmt: skip
        assert [each.field for each in why(f"{text} qqq", "en", BODY)] == [field], text


def test_exact_words_are_reasons_before_words_that_only_look_like_them() -> None:
    assert why("swim", "en", {"summary": "swim swimmer"}) == [Reason("summary", ("swim",))]
    assert why("certif", "en", BODY) == [Reason("documents", ("certificate",))]
    assert why("stret", "en", BODY) == [Reason("locations", ("Street",))]


def test_where_nothing_matches_there_is_no_reason() -> None:
    for text in ("xylophone", "", "🏥", "'"):
        assert why(text, "en", BODY) == []
    assert why("swim", "en", {}) == why("swim", "en", {"name": None, "locations": None, "needs": [{}]}) == []


def test_what_was_found_by_words_has_a_reason(town: Shelf) -> None:
    for number, text in ((1, "doctor"), (4, "learnt"), (9, "women")):
        names = [hit.thing.int for hit in town.ask(text).hits]
        assert number in names
    assert why("doctor", "en", {"name": "Clinic", "summary": "Doctors for everyone"}) == [
        Reason("summary", ("Doctors",))
    ]
