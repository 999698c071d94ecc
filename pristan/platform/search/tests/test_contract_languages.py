# SPDX-License-Identifier: EUPL-1.2
"""The contract of search, across languages: a question in one finds a text in another, and the reader's own goes first."""

import pytest

from pristan.platform.search.port import IndexDocument
from pristan.platform.search.tests.conftest import Teach
from pristan.platform.search.tests.kit import Shelf, document, thing
from pristan.platform.search.tests.teaching import TOWN_WORDS, Lessons

OFFERED = ("sl", "en", "ar")


@pytest.fixture
def shelves(teach: Teach, shelf: Shelf) -> Shelf:
    """A Slovene city that also has some entries in English: courses, flats, a doctor, a library."""
    teach(TOWN_WORDS)
    shelf.put(
        document(1, language="sl", name="Brezplačen tečaj slovenščine", summary="Učenje jezika za odrasle"),
        document(2, language="sl", name="Najem stanovanja", summary="Nasvet o pogodbi"),
        document(3, language="sl", name="Zdravnik za otroke", summary="Pregledi"),
        document(4, language="sl", name="Knjižnica", summary="Knjige in tiha soba"),
        document(5, language="sl", name="Tečaj kuhanja", summary="Kuhamo skupaj"),
    )
    return shelf


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("kurs gjuhe", "Brezplačen tečaj slovenščine"), ("ku mund të gjej një kurs gjuhe", "Brezplačen tečaj slovenščine"),
        ("dil kursu arıyorum", "Brezplačen tečaj slovenščine"), ("Sprachkurse", "Brezplačen tečaj slovenščine"),
        ("gdje ima kurs jezika", "Brezplačen tečaj slovenščine"), ("где је курс језика", "Brezplačen tečaj slovenščine"),
        ("dua të marr me qira", "Najem stanovanja"), ("хочу снять квартиру", "Najem stanovanja"), ("ich will eine Wohnung mieten", "Najem stanovanja"),
        ("أريد استئجار شقة", "Najem stanovanja"), ("renting flats", "Najem stanovanja"),
        ("kërkoj mjek", "Zdravnik za otroke"), ("доктор лікар", "Zdravnik za otroke"), ("پزشک", "Zdravnik za otroke"), ("طبيب", "Zdravnik za otroke"),
        ("I need a doctor for my child", "Zdravnik za otroke"), ("mjek për fëmijë", "Zdravnik za otroke"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("reader", ["sl", "en"])
def test_a_question_in_another_language_finds_the_slovene_entry_first(
    shelves: Shelf, question: str, first: str, reader: str
) -> None:
    answer = shelves.ask(question, language=reader, languages=OFFERED, most_languages=3)
    assert shelves.called(answer.hits)[:1] == [first]
    assert not answer.is_fallback


def test_a_thing_that_two_languages_describe_is_found_once(shelves: Shelf) -> None:
    shelves.put(document(3, row=33, language="en", name="Doctor for children"))
    found = [hit.thing for hit in shelves.ask("doctor", language="en", languages=OFFERED).hits]
    assert found.count(thing(3)) == 1


def test_the_readers_own_language_goes_first(teach: Teach, shelf: Shelf) -> None:
    teach(TOWN_WORDS)
    texts = {"sl": "Zdravnik", "en": "Doctor", "ar": "طبيب"}
    shelf.put(*(document(at, language=each, name=name) for at, (each, name) in enumerate(texts.items(), 1)))
    for reader, question in texts.items():
        found = shelf.found(question, language=reader, languages=OFFERED, most_languages=3)
        assert found[0] == texts[reader], reader


def test_the_very_word_goes_before_one_that_means_the_same(teach: Teach, shelf: Shelf) -> None:
    teach(TOWN_WORDS)
    shelf.put(document(1, name="Physician in town"), document(2, name="Doctor in town"))
    assert shelf.found("doctor") == ["Doctor in town", "Physician in town"]
    assert shelf.found("physician") == ["Physician in town", "Doctor in town"]


def test_a_misspelled_word_never_goes_before_an_exact_one(teach: Teach, shelf: Shelf) -> None:
    teach(TOWN_WORDS)
    shelf.put(
        document(1, name="Doktor Faust", body="physicians"), document(2, name="Rarity", body="physiican")
    )
    assert shelf.found("physiican")[0] == "Rarity"
    shelf.put(document(3, name="Dostor", body="dostor dostor"))
    assert "Dostor" not in shelf.found("doctor")


def test_an_expression_goes_before_its_words_apart(shelves: Shelf) -> None:
    found = shelves.found("language course", language="en", languages=OFFERED)
    assert found[0] == "Brezplačen tečaj slovenščine"
    assert "Knjižnica" not in found


def test_what_is_below_a_need_is_found_by_it_after_the_need_itself(teach: Teach, shelf: Shelf) -> None:
    teach(TOWN_WORDS)
    shelf.put(
        document(1, language="sl", name="Najem stanovanja"),
        document(2, language="sl", name="Bivanje v mestu"),
    )
    assert shelf.found("housing", language="sl") == ["Bivanje v mestu", "Najem stanovanja"]


def test_what_a_thing_is_declared_to_be_about_counts_like_its_words(teach: Teach, shelf: Shelf) -> None:
    teach(TOWN_WORDS)
    shelf.put(
        IndexDocument(1, thing(1), "sl", {"name": "Mreža"}, frozenset(), 1, ("n:rent",)),
        document(2, name="Z"),
    )
    shelf.names[thing(1)] = "Mreža"
    for question in ("renting flats", "marr me qira", "снять квартиру"):
        assert shelf.found(question, language="sl") == ["Mreža"], question


def test_filters_hold_across_languages(shelves: Shelf) -> None:
    shelves.put(document(9, "free:yes", language="sl", name="Tečaj slovenščine v parku"))
    found = shelves.found("kurs gjuhe", language="en", languages=OFFERED, facets=("free:yes",))
    assert found == ["Tečaj slovenščine v parku"]


def test_a_language_that_the_city_does_not_publish_in_is_no_error(shelves: Shelf) -> None:
    for reader in ("sq", "fr", "xx", "zh"):
        assert shelves.found("zdravnik", language=reader, languages=OFFERED) == ["Zdravnik za otroke"], reader


def test_no_more_languages_are_searched_than_asked_for(shelves: Shelf) -> None:
    assert shelves.found("doctor", language="en", languages=("en", "ar", "sl"), most_languages=2) == []
    assert shelves.found("doctor", language="en", languages=("en", "ar", "sl"), most_languages=3) != []


def test_when_words_change_their_meaning_documents_that_are_put_in_anew_follow(
    teach: Teach, shelf: Shelf
) -> None:
    teach(Lessons({"s:shop": {"en": "shop", "sl": "trgovina"}}))
    shelf.put(document(1, language="sl", name="Trgovina"))
    assert shelf.found("store", languages=("sl",)) == []
    teach(Lessons({"s:store": {"en": "shop, store", "sl": "trgovina"}}))
    shelf.put(document(2, language="sl", name="Trgovina na vogalu"))
    assert shelf.found("store", languages=("sl",)) == ["Trgovina na vogalu"]
