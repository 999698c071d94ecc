# SPDX-License-Identifier: EUPL-1.2
"""Understanding a question: in which languages it may be said, which of its words carry it, and what they may mean."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pristan.core.text import Analyser, Word, tokenise
from pristan.core.text.languages import TAUGHT, primary
from pristan.core.text.phrases import Span
from pristan.platform.search import crisis
from pristan.platform.search.knowledge import Knowledge
from pristan.platform.search.port import MOST_WORDS

PHRASE = (
    0.0,
    0.0,
    0.85,
    0.75,
    0.65,
    0.6,
)  # worth, for each of them, of a meaning that so many words have together
INSIDE = 0.8  # share that is left to an expression inside a longer one
GENERAL = 0.3  # share that is left to what stands in every second question
UNNAMED = 0.6  # share that is left to a word of the language that neither thesaurus nor lexicon knows
MEANING = 0.9  # worth of a meaning of one word
ELSEWHERE = (
    0.4  # worth of a meaning that a word has in another language than those the question seems to be in
)
ALMOST = 0.4  # worth of a meaning of a word that is spelled almost like the one typed
_MOST_ALMOST = 2
NARROWER = 0.45  # worth of what stands right below a meaning, as a share of its own
BROADER = 0.7  # and of what stands right above it
TOP = 0.5  # share that is left to the widest concepts, under which everything lies
CONCEPT, SENSE = 1.0, 0.85  # a concept of the thesaurus says more than a word of the lexicon
_MOST_SPOKEN = 3

_MOST_NARROWER = 12
_CLOSE = 0.8  # a language is spoken if it knows this share of what the best one knows


@dataclass(frozen=True)
class Asked:
    """A word of the question. `meanings`: id -> worth, in any language."""

    surface: str
    words: Mapping[str, Word]
    meanings: dict[str, float] = field(default_factory=dict)
    light: float = 1.0  # how far the word itself counts; less for "want", "give"


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
    text: str, reader: str, contents: Iterable[str], analyser: Analyser, known: Knowledge
) -> Question:
    """Read a question of a reader of one language, put to documents in `contents` languages."""
    surfaces = tokenise(text)[: MOST_WORDS * 2]
    spoken = _spoken(surfaces, reader, analyser, known)
    languages = dict.fromkeys((*spoken, *contents))
    words = [{each: analyser.word(surface, each) for each in languages} for surface in surfaces]
    telling = [place for place, each in enumerate(words) if not _is_function_word(each, spoken)]
    telling = (telling or list(range(len(words))))[:MOST_WORDS]
    asked = [Asked(surfaces[place], words[place]) for place in telling]
    every = dict(zip(telling, asked, strict=True))
    danger: list[Span] = []
    for language in spoken:
        danger += _mean([every.get(place) for place in range(len(words))], words, language, known)
    for each in asked:
        if not each.meanings and not any(analyser.is_known(each.surface, one) for one in spoken):
            _mean_elsewhere(each, analyser, known)
            if not each.meanings:
                _mean_almost(each, spoken, known)
    danger += _danger_elsewhere(surfaces, [each for each in TAUGHT if each not in spoken], analyser, known)
    kinds = crisis.kinds(danger, [each.meanings.keys() for each in asked], known.danger)
    asked = [
        replace(each, light=_light(each, spoken, analyser, known))
        for each in asked
        if any(word.terms for word in each.words.values())
    ]
    for each in asked:
        _widen(each.meanings, known)
    return Question(asked, spoken, kinds)


def _danger_elsewhere(
    surfaces: Sequence[str], languages: Sequence[str], analyser: Analyser, known: Knowledge
) -> list[Span]:
    """Plain expressions of danger in languages that the question does not seem to be in: typed in other letters, or mixed."""
    found: list[Span] = []
    for language in languages:
        words = [word for each in surfaces if (word := analyser.word(each, language)).terms]
        telling = [word for word in words if not word.is_function_word]
        spans = [*known.phrases.find(words, language), *known.phrases.find(telling, language)]
        found += [
            span for span in spans if span.end - span.start > 1 and all(map(crisis.is_crisis, span.ids))
        ]
    return found


def _light(asked: Asked, spoken: Sequence[str], analyser: Analyser, known: Knowledge) -> float:
    """How far a word counts: what the lexicon does not name, or names as general, is seldom what a question is about."""
    if asked.meanings:
        return GENERAL if known.general.issuperset(asked.meanings) else 1.0
    return UNNAMED if any(analyser.is_known(asked.surface, each) for each in spoken) else 1.0


def _spoken(surfaces: Sequence[str], reader: str, analyser: Analyser, known: Knowledge) -> tuple[str, ...]:
    """The languages that know most of the words; the reader's own before others that know as many."""
    counted = {each: _knows(surfaces, each, analyser, known) for each in dict.fromkeys((reader, *TAUGHT))}
    counted[reader] += 0.3
    best = max(counted.values())
    likely = sorted(
        (each for each, number in counted.items() if number and number >= best * _CLOSE),
        key=lambda each: (-counted[each], each != reader),
    )
    return tuple(likely[:_MOST_SPOKEN]) or (reader,)


def _knows(surfaces: Sequence[str], language: str, analyser: Analyser, known: Knowledge) -> float:
    number = 0.0
    for surface in surfaces:
        word = analyser.word(surface, language)
        if word.is_function_word or analyser.is_known(surface, language):
            number += 1
        elif any(known.phrases.ids(term, language) for term in word.terms):
            number += 0.9
    return number


def _is_function_word(words: Mapping[str, Word], spoken: Sequence[str]) -> bool:
    return words[spoken[0]].is_function_word


def _mean(
    asked: Sequence[Asked | None], words: Sequence[Mapping[str, Word]], language: str, known: Knowledge
) -> list[Span]:
    """Give words what they mean in a language; returns all expressions, those of crisis among them.

    Expressions are looked for among the telling words, and word by word with the function words between them.
    """
    telling = [each for each in asked if each]
    spans = known.phrases.find([each.words[language] for each in telling], language)
    found = [(span, telling[span.start : span.end]) for span in spans]
    if len(telling) < len(asked):
        whole = known.phrases.find([each[language] for each in words], language)
        whole = [span for span in whole if None in asked[span.start : span.end]]
        found += [(span, [each for each in asked[span.start : span.end] if each]) for span in whole]
        spans = [*spans, *(span for span in whole if any(asked[span.start : span.end]))]
    for span, over in found:
        worth = _worth(span, spans)
        for name in span.ids:
            if not crisis.is_crisis(name):
                light = GENERAL if name in known.general else SENSE if name.startswith("s:") else CONCEPT
                for each in over:
                    each.meanings[name] = max(each.meanings.get(name, 0), worth * light)
    return spans


def _worth(span: Span, spans: Sequence[Span]) -> float:
    """What each word of an expression adds: less, the more there are of them, and less inside a longer expression."""
    worth = MEANING if span.end - span.start == 1 else PHRASE[span.end - span.start]
    longer = any(
        each.start <= span.start and span.end <= each.end and each.end - each.start > span.end - span.start
        for each in spans
        if not all(map(crisis.is_crisis, each.ids))
    )
    return worth * INSIDE if longer else worth


def _mean_elsewhere(each: Asked, analyser: Analyser, known: Knowledge) -> None:
    for language in TAUGHT:
        for term in analyser.word(each.surface, language).terms:
            names = (name for name in known.phrases.ids(term, language) if not crisis.is_crisis(name))
            each.meanings.update(dict.fromkeys(names, ELSEWHERE))


def _mean_almost(each: Asked, spoken: Sequence[str], known: Knowledge) -> None:
    """A word that nobody knows may be one that is spelled almost like it."""
    for language in spoken:
        terms = each.words[language].terms[:1]
        for near, slips in (
            pair for term in terms for pair in known.phrases.near(term, language, _MOST_ALMOST)
        ):
            names = (name for name in known.phrases.ids(near, language) if not crisis.is_crisis(name))
            each.meanings.update(dict.fromkeys(names, ALMOST / slips))


def _widen(meanings: dict[str, float], known: Knowledge) -> None:
    """Add what stands right below, and all that stands above, the less the higher."""
    for name, worth in list(meanings.items()):
        below = known.narrower.get(name, ())
        for each in below if len(below) <= _MOST_NARROWER else ():
            meanings[each] = max(meanings.get(each, 0), worth * NARROWER)
        rising = [(each, worth * BROADER) for each in known.broader.get(name, ())]
        while rising:
            each, less = rising.pop()
            above = known.broader.get(each, ())
            meanings[each] = max(meanings.get(each, 0), less if above else less * TOP)
            rising += [(one, less * BROADER) for one in above]


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
