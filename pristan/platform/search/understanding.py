# SPDX-License-Identifier: EUPL-1.2
"""Understanding a question: in which languages it may be said, which of its words carry it, and what they may mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pristan.core.text import Analyser, Word, tokenise, verbs
from pristan.core.text.languages import TAUGHT, primary
from pristan.core.text.phrases import Span, is_telling
from pristan.platform.search import crisis, meanings, spelling
from pristan.platform.search.knowledge import Knowledge
from pristan.platform.search.learning import Learned
from pristan.platform.search.meanings import GENERAL, Asked
from pristan.platform.search.port import MOST_WORDS

LIGHT = 0.15  # share that is left to a light word ("soon", "again")
UNNAMED = 0.6  # share that is left to a word of the language that neither thesaurus nor lexicon knows
_MOST_SPOKEN = 3
_CLOSE = 0.8  # a language is spoken if it knows this share of what the best one knows


@dataclass(frozen=True)
class Question:
    """What was asked. `spoken`: the languages it may be in, the likeliest first; `crisis`: see `crisis.kinds`."""

    asked: Sequence[Asked]
    spoken: tuple[str, ...]
    crisis: tuple[str, ...] = ()

    def worth(self, language: str) -> float:
        """How far a word counts as a word of this language."""
        return 1.0 if language in self.spoken else 0.7


def understand(
    text: str,
    reader: str,
    contents: Sequence[str],
    analyser: Analyser,
    known: Knowledge,
    learned: Learned | None = None,
) -> Question:
    """Read a question of a reader of one language, put to documents in `contents` languages. `learned`: see `lessons`."""
    typed = tokenise(text)[: MOST_WORDS * 2]
    knows = _known(typed, reader, analyser, known)
    surfaces = known.romanised.question(typed, reader, knows)
    spoken = _spoken(knows if surfaces == typed else _known(surfaces, reader, analyser, known), reader)
    words = _words(surfaces, tuple(dict.fromkeys((*spoken, *contents))), analyser)
    _keep_typed(typed, surfaces, words, spoken[0], analyser, known)
    slips = spelling.mend(surfaces, words, spoken, analyser, known)
    every = {
        at: _asked(surfaces[at], words[at], spoken, analyser, slips.get(at)) for at in _telling(words, spoken)
    }
    own = _own(surfaces, reader, spoken, analyser, known)
    _give_meanings(every, words, spoken, own, analyser, known)
    mended, heard = {at: words[at] for at in slips}, tuple(dict.fromkeys((*spoken, reader)))
    spans = _danger(surfaces, mended, heard, own, analyser, known)
    spans += _danger(typed, {}, heard, own, analyser, known) if surfaces != typed else []
    kinds = crisis.kinds(spans, {at: each.senses for at, each in every.items()}, known.danger)
    asked = [replace(each, light=_light(each, spoken, known)) for each in every.values() if each.has_terms]
    _think_further(asked, spoken, contents, known, learned)
    return Question(asked, spoken, kinds)


def _give_meanings(
    every: Mapping[int, Asked],
    words: Sequence[Mapping[str, Word]],
    spoken: Sequence[str],
    own: Mapping[str, frozenset[str]],
    analyser: Analyser,
    known: Knowledge,
) -> None:
    for language in spoken:
        telling = [every.get(place) for place in range(len(words))]
        meanings.give(telling, words, language, known, own.get(language, frozenset()))
    for each in every.values():
        meanings.elsewhere(each, analyser, known)
    meanings.by_signs([*every.values()], known)


def _think_further(
    asked: Sequence[Asked],
    spoken: Sequence[str],
    contents: Sequence[str],
    known: Knowledge,
    learned: Learned | None,
) -> None:
    """Add what follows from what the words mean, and what they only hint at."""
    for each in asked:
        meanings.by_parts(each, spoken, known)
        meanings.widen(each, known)
        if learned:
            meanings.learn(each, spoken, contents, learned)
    meanings.by_hints(asked, spoken, known)


def _telling(words: Sequence[Mapping[str, Word]], spoken: Sequence[str]) -> list[int]:
    """The places of the words that carry the question: all, if they are all function words."""
    telling = [place for place, each in enumerate(words) if not each[spoken[0]].is_function_word]
    return (telling or list(range(len(words))))[:MOST_WORDS]


def _words(surfaces: Sequence[str], languages: Sequence[str], analyser: Analyser) -> list[dict[str, Word]]:
    """Each word as a word of each language; a verb whose prefix stands apart is read together with it as well."""
    words = [{each: analyser.word(surface, each) for each in languages} for surface in surfaces]
    for language in languages:
        parted = verbs.joined(surfaces, language, partial(analyser.is_known, language=language))
        for place, surface in parted.items():
            apart, whole = words[place][language], analyser.word(surface, language)
            words[place][language] = replace(apart, terms=(*whole.terms, *apart.terms))
    return words


def _keep_typed(
    typed: Sequence[str],
    surfaces: Sequence[str],
    words: Sequence[dict[str, Word]],
    language: str,
    analyser: Analyser,
    known: Knowledge,
) -> None:
    """Let words that were read as others be those as well that they are as typed, where expressions have them so."""
    for at in (at for at, surface in enumerate(typed) if surface != surfaces[at]):
        terms = analyser.word(typed[at], language).terms
        own = [each for each in terms if known.phrases.has_word(each, language)]
        word = words[at][language]
        is_function_word = word.is_function_word and not any(
            known.phrases.ids(each, language) for each in own
        )
        words[at][language] = replace(word, terms=(*word.terms, *own), is_function_word=is_function_word)


def _asked(
    surface: str,
    words: Mapping[str, Word],
    spoken: Sequence[str],
    analyser: Analyser,
    slips: frozenset[str] | None,
) -> Asked:
    is_light = any(words[each].is_light for each in spoken)
    is_known = any(analyser.is_known(surface, each) for each in spoken)
    return Asked(
        surface, words, slips=slips or frozenset(), light=LIGHT if is_light else 1.0, is_known=is_known
    )


def _own(
    surfaces: Sequence[str], reader: str, spoken: Sequence[str], analyser: Analyser, known: Knowledge
) -> dict[str, frozenset[str]]:
    """Language -> the words that are no danger in it when they stand alone: the reader's own language has them.

    A Spanish reader's "ropa" is clothes and no Slovene robbery.
    """
    own = frozenset(
        each
        for each in surfaces
        if analyser.is_known(each, reader) or known.phrases.has_word(each.casefold(), reader)
    )
    if reader not in spoken and not own.issuperset(surfaces):
        return {}
    return {language: own for language in TAUGHT if language != reader}


def _danger(
    surfaces: Sequence[str],
    mended: Mapping[int, Mapping[str, Word]],
    spoken: Sequence[str],
    own: Mapping[str, frozenset[str]],
    analyser: Analyser,
    known: Knowledge,
) -> list[Span]:
    """Expressions of danger and calm, by places in the question.

    Of languages that it does not seem to be in only the plain ones, and none that is made of words of its own languages alone.
    `mended`: words that nobody knows, read as those they are almost spelled like. `own`: see `_own`.
    """
    found: list[Span] = []
    for language in dict.fromkeys((*spoken, *TAUGHT)):
        every = [
            mended.get(at, {}).get(language) or analyser.word(each, language)
            for at, each in enumerate(surfaces)
        ]
        words = [(place, word) for place, word in enumerate(every) if word.terms]
        telling = [(place, word) for place, word in words if is_telling(word, is_danger=True)]
        spans = [
            replace(span, places=tuple(some[at][0] for at in span.places))
            for some in (words, telling)
            for span in _spans([word for _, word in some], language, known, is_apart=language in spoken)
            if not all(some[at][1].is_function_word or some[at][1].is_light for at in span.places)
        ]
        spans += known.phrases.find_verbatim(surfaces, language)
        is_own, calm = language in spoken, own.get(language, frozenset())
        spans = [span for span in spans if len(span.places) > 1 or surfaces[span.start] not in calm]
        found += [span for span in spans if _is_heard(span, surfaces, spoken, analyser, is_own=is_own)]
    return found


def _is_heard(
    span: Span, surfaces: Sequence[str], spoken: Sequence[str], analyser: Analyser, *, is_own: bool
) -> bool:
    """Whether an expression counts. `is_own`: it is one of a language that the question seems to be in."""
    if is_own:
        return any(map(crisis.is_crisis, span.ids))
    words = [surfaces[at] for at in span.places]
    is_plain = len(words) > 1 and all(map(crisis.is_crisis, span.ids))
    return is_plain and not all(any(analyser.is_known(word, each) for each in spoken) for word in words)


def _spans(words: Sequence[Word], language: str, known: Knowledge, *, is_apart: bool) -> list[Span]:
    return known.phrases.find(words, language) + (
        known.phrases.find_apart(words, language) if is_apart else []
    )


def _light(asked: Asked, spoken: Sequence[str], known: Knowledge) -> float:
    """How far a word counts: what the lexicon does not name, or names as general, is seldom what a question is about."""
    if asked.light < 1:
        return asked.light
    if asked.meanings:
        return GENERAL if known.general.issuperset(asked.meanings) else 1.0
    return UNNAMED if asked.is_known else 1.0


def _known(surfaces: Sequence[str], reader: str, analyser: Analyser, known: Knowledge) -> dict[str, float]:
    """How many of the words each language knows."""
    return {
        each: _knows(surfaces, each, analyser, known, is_own=each == reader)
        for each in dict.fromkeys((reader, *TAUGHT))
    }


def _spoken(knows: Mapping[str, float], reader: str) -> tuple[str, ...]:
    """The languages that know most of the words; the reader's own before others that know as many."""
    counted = {**knows, reader: knows[reader] + 0.3}
    best = max(counted.values())
    likely = sorted(
        (each for each, number in counted.items() if number and number >= best * _CLOSE),
        key=lambda each: (-counted[each], each != reader),
    )
    return tuple(likely[:_MOST_SPOKEN]) or (reader,)


def _knows(
    surfaces: Sequence[str], language: str, analyser: Analyser, known: Knowledge, *, is_own: bool
) -> float:
    """How many of the words it knows. `is_own`: it is the reader's, who may type whatever stands in any of its expressions."""
    number = 0.0
    for surface in surfaces:
        word = analyser.word(surface, language)
        if word.is_function_word or analyser.is_known(surface, language):
            number += 1
        elif any(known.phrases.ids(term, language) for term in word.terms) or (
            is_own and known.phrases.has_word(surface.casefold(), language)
        ):
            number += 0.9
    return number


def content_languages(
    reader: str, spoken: Sequence[str], offered: Sequence[str], most: int, *, is_complete: bool = False
) -> list[str]:
    """In which languages documents are looked for: the reader's, those the words may be in, then what is offered first.

    `is_complete`: every thing has a document in each language, so that what is offered besides would find nothing more.
    """
    offered = [primary(each) for each in offered] or [reader]
    wanted = [each for each in (reader, *spoken) if each in offered]
    others = [] if is_complete and wanted else offered
    return list(dict.fromkeys([*wanted, *others]))[:most]
