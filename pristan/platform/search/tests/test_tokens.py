# SPDX-License-Identifier: EUPL-1.2
"""A document becomes a bag of tokens, and a stored bag can be asked about them."""

from dataclasses import replace

import pytest

from pristan.platform.search.analysis import analyser
from pristan.platform.search.encoded import Encoded, likelier_surface, terms_in
from pristan.platform.search.encoding import ABOUT, MOST_TERMS, PARTS, encode
from pristan.platform.search.port import FIELDS
from pristan.platform.search.tests.conftest import Teach
from pristan.platform.search.tests.kit import document
from pristan.platform.search.tests.teaching import TOWN_WORDS, Lessons
from pristan.platform.search.tokens import Stored, declared, is_facet, term_tokens


def encoded(*facets: str, language: str = "xx", **fields: str) -> Encoded:
    return encode(document(1, *facets, language=language, **fields), analyser())


def stored(*facets: str, **fields: str) -> Stored:
    made = encoded(*facets, **fields)
    return Stored(made.tokens, made.lengths)


def test_tokens_carry_language_field_and_term_and_facets_go_first() -> None:
    made = encoded("free:yes", "b", name="Bread shop", body="fresh bread")
    assert made.tokens == "xx/ xx/b xx/free:yes xx0.bread xx0.shop xx4.fresh xx4.bread"
    assert made.lengths == "2 0 0 0 2 0 0"
    assert made.terms == terms_in(made.tokens) == {"bread", "shop", "fresh"}


def test_a_document_without_words_still_has_its_place() -> None:
    assert (encoded().tokens, encoded().lengths, encoded().name) == ("xx/", "0 0 0 0 0 0 0", "")
    assert encoded().terms == set()


def test_a_document_says_in_its_own_order_what_it_is_declared_to_be_about() -> None:
    given = replace(document(1, "need:rent", language="xx", name="bread", parts="shop"), meanings=("n:rent", "a:women", "n:asylum"))  # fmt: skip
    made = encode(given, analyser())
    assert Stored(made.tokens, made.lengths).declared() == ("n:rent", "a:women", "n:asylum")
    assert stored(name="bread", about="rent").declared() == ()


def test_the_language_is_the_primary_one_of_the_tag() -> None:
    assert encoded(language="xx-Latn", name="a").language == "xx"
    assert encoded(language="?", name="a").tokens.startswith("und/ ")


def test_a_field_that_search_does_not_know_is_not_indexed() -> None:
    assert encoded(name="bread", secret="street").terms == {"bread"}


@pytest.mark.parametrize(
    ("given", "kept"),
    [("Name\nsecond line", "Name"), ("  two   blanks ", "two blanks"), ("zero\0byte", "zero byte"), ("half\ud800", "half"), ("x" * 999, "x" * 300)],
)  # fmt: skip
def test_the_name_is_kept_as_one_line_that_every_database_can_hold(given: str, kept: str) -> None:
    assert encoded(name=given).name == kept


def test_no_document_has_more_words_than_the_most_and_the_names_come_first() -> None:
    made = encoded(name="title", body=" ".join(f"w{number}" for number in range(2 * MOST_TERMS)))
    assert len(made.tokens.split(" ")) == MOST_TERMS + 1
    assert "title" in made.terms


def test_tokens_never_hold_a_sign_that_an_engine_could_read() -> None:
    made = encoded(name="'quote' \"double\" back\\slash (a|b)&!c* <-> tab\tnew\nline :*A \0")
    assert {sign for sign in made.tokens if not sign.isalnum()} == {" ", "/", "."}


def test_facets_are_small_letters_digits_and_a_few_signs() -> None:
    assert all(map(is_facet, ("need:health", "open:mo-08.30", "a_b", "ж9", "a" * 100)))
    assert not any(map(is_facet, ("", "a b", "A", "a'", "a\n", "a/b", "a" * 101, "\0")))


def test_a_stored_document_counts_a_term_field_by_field() -> None:
    kept = stored(name="bread", body="bread with bread and breadcrumbs")
    name, *_, body, _, parts = term_tokens("xx", "bread")
    wanted = dict.fromkeys([name, body, parts, *term_tokens("xx", "brea")])
    assert kept.counts(wanted) == {name: 1, body: 2}
    assert kept.counts({}) == {}
    assert list(kept.lengths) == [1, 0, 0, 0, 5, 0, 0]
    assert len(term_tokens("xx", "bread")) == len(FIELDS)


def test_a_stored_document_knows_its_facets_and_takes_no_word_for_one() -> None:
    for fields in ({"name": "need"}, {"body": "need"}):
        kept = stored("need:health", "need:home", "free:yes", **fields)
        assert list(kept.facets(("need:",))) == ["need:health", "need:home"]
        assert list(kept.facets(("",))) == ["free:yes", "need:health", "need:home"]
        assert list(kept.facets(("need:health:",))) == []
        assert kept.has_facet("xx", "free:yes")
        assert not kept.has_facet("xx", "free:y")
        assert not kept.has_facet("en", "free:yes")


@pytest.mark.parametrize(
    ("one", "other", "term", "better"),
    [("tečaj", "tečajev", "tecaj", "tečaj"), ("Tečaj", "tečaj", "tecaj", "tečaj"), ("bB", "aA", "aa", "aA")],
)
def test_the_spelling_that_is_shown_is_near_the_base_form_and_in_small_letters(
    one: str, other: str, term: str, better: str
) -> None:
    assert likelier_surface(one, other, term) == likelier_surface(other, one, term) == better


def test_the_words_of_a_compound_stand_in_the_last_field_and_nowhere_else() -> None:
    made = encoded(language="de", name="Sprachkurs")
    fields = {token.split(".")[0] for token in made.tokens.split(" ") if "." in token}
    assert fields == {"de0", f"de{len(FIELDS) - 1}"}
    assert made.terms == terms_in(made.tokens)


def test_the_words_of_a_compound_mean_what_they_mean_alone(teach: Teach) -> None:
    known = teach(Lessons({"s:class": {"de": "Klasse"}, "x:strong:fire": {"de": "Feuer"}}))
    made = encode(document(1, language="de", name="Feuerklasse"), analyser(), known.phrases)
    meanings = {token for token in made.tokens.split(" ") if ":" in token}
    assert meanings == {f"de{FIELDS.index(PARTS)}.s:class"}
    assert made.terms == terms_in(made.tokens)


def test_meanings_are_tokens_beside_the_words_and_make_no_field_longer(teach: Teach) -> None:
    known = teach(TOWN_WORDS)
    made = encode(
        document(1, language="sl", name="Zdravnik", body="Najem stanovanja"), analyser(), known.phrases
    )
    assert {"sl0.s:doctor", "sl4.n:rent"} <= set(made.tokens.split(" "))
    assert made.lengths == "1 0 0 0 2 0 0"
    assert made.terms == terms_in(made.tokens) >= {"s:doctor", "n:rent"}


def test_what_a_document_is_declared_to_be_about_is_told_from_what_it_says() -> None:
    made = encode(
        replace(document(1, language="xx", name="Flat"), meanings=("n:rent", "a:women")), analyser()
    )
    about = FIELDS.index(ABOUT)
    assert made.tokens == f"xx/ xx0.flat xx{about}.{declared('n:rent')} xx{about}.{declared('a:women')}"
    assert made.lengths.split(" ")[about] == "2"
    assert made.terms == terms_in(made.tokens) == {"flat", declared("n:rent"), declared("a:women")}
    assert list(Stored(made.tokens, made.lengths).words()) == ["flat"]


def test_a_stored_document_tells_where_its_words_stand_and_which_ones_they_are() -> None:
    kept = stored("free:yes", name="bread", body="fresh bread")
    assert list(kept.hits({"xx0.bread", "xx4.bread", "xx4.milk"})) == [(2, "xx0.bread"), (4, "xx4.bread")]
    assert list(kept.words()) == list(kept.words()) == ["bread", "fresh"]


def test_danger_never_stands_in_a_document(teach: Teach) -> None:
    known = teach(TOWN_WORDS)
    made = encode(document(1, name="Fire", body="My husband beats me"), analyser(), known.phrases)
    assert "x:" not in made.tokens
