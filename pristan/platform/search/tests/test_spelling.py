# SPDX-License-Identifier: EUPL-1.2
"""A word that nobody knows is read as the one it is almost spelled like, and never in place of a word that somebody knows."""

import pytest

from pristan.platform.search import crisis, spelling
from pristan.platform.search.analysis import analyser
from pristan.platform.search.knowledge import Knowledge
from pristan.platform.search.meanings import MENDED
from pristan.platform.search.tests.conftest import Teach
from pristan.platform.search.tests.kit import Shelf, document
from pristan.platform.search.tests.teaching import TOWN_WORDS, Lessons
from pristan.platform.search.understanding import Question, understand


def asked(text: str, reader: str, known: Knowledge) -> Question:
    return understand(text, reader, [reader], analyser(), known)


def worth(text: str, reader: str, name: str, known: Knowledge) -> float:
    return max((each.meanings.get(name, 0.0) for each in asked(text, reader, known).asked), default=0.0)


@pytest.mark.parametrize(
    ("text", "reader", "name"),
    [
        ("zdravnkik", "sl", "s:doctor"), ("zdrvanikom", "sl", "s:doctor"), ("phyysician", "en", "s:doctor"),
        ("лекаар", "mk", "s:doctor"), ("врачч", "ru", "s:doctor"), ("ljekaar", "bs", "s:doctor"), ("doktoor", "tr", "s:doctor"),
        ("language coures", "en", "n:language-course"), ("Sprachkrus", "de", "n:language-course"),
    ],
)  # fmt: skip
def test_a_slip_of_a_finger_means_the_word_but_a_little_less(
    text: str, reader: str, name: str, teach: Teach
) -> None:
    known = teach(TOWN_WORDS)
    assert 0 < worth(text, reader, name, known) <= MENDED


def test_a_word_that_is_known_is_never_mended(teach: Teach) -> None:
    known = teach(Lessons(words={"s:horse": {"en": "horse"}, "s:houses": {"sl": "zdravnica"}}))
    for text, reader in (("house", "en"), ("zdravnika", "sl"), ("horse", "en")):
        assert not any(each.slips for each in asked(text, reader, known).asked), text
    assert worth("house", "en", "s:horse", known) == 0


def test_short_and_endless_words_are_not_mended(teach: Teach) -> None:
    known = teach(Lessons(words={"s:x": {"en": "fizz"}}))
    assert worth("fizzz", "en", "s:x", known) > 0
    assert worth("fzzz", "en", "s:x", known) == worth("fizz" * 10, "en", "s:x", known) == 0
    assert spelling.written("fzzz", "en", known) == []


def test_a_word_that_documents_have_is_no_slip(teach: Teach, shelf: Shelf) -> None:
    teach(Lessons(words={"s:x": {"en": "qorlen"}}))
    shelf.put(document(1, name="Qorlen"), document(2, name="Qorllen"))
    assert shelf.found("qorllen") == ["Qorllen"]


def test_words_of_danger_are_heard_through_a_slip(teach: Teach) -> None:
    known = teach(TOWN_WORDS)
    assert asked("my husbandd beats me", "en", known).crisis == ("violence",)
    assert asked("mož me tpee", "sl", known).crisis == ()  # a short word might be any other
    assert not any(
        crisis.is_crisis(name) for each in asked("my husbandd", "en", known).asked for name in each.meanings
    )
