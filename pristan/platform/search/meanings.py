# SPDX-License-Identifier: EUPL-1.2
"""Meanings: what the words of a question may mean, each alone and together, and how much each meaning is worth."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pristan.core.text import Analyser, Word
from pristan.core.text.languages import TAUGHT
from pristan.core.text.phrases import Span
from pristan.platform.search import crisis
from pristan.platform.search.hints import NEED
from pristan.platform.search.knowledge import Knowledge
from pristan.platform.search.learning import Learned

# Worth, for each of them, of a meaning that so many words have together.
PHRASE = (0.0, 0.0, 0.85, 0.75, 0.65, 0.6)
APART = 0.75  # share that is left when these words stand apart
SIGN = 0.75  # share that is left when they do not name it, but are a sign of it
INSIDE = 0.8  # share that is left to an expression inside a longer one
HINT = 0.6  # worth of a need that a word only hints at, as a share of how surely
PART = 0.5  # share of what the part of a compound means, or hints at
GENERAL = 0.3  # share that is left to what stands in every second question
MEANING = 0.9  # worth of a meaning of one word
ELSEWHERE = 0.4  # worth of a meaning in another language than those the question seems to be in
MENDED = 0.8  # share that is left when a word is only spelled almost like the one typed
NARROWER = 0.45  # worth of what stands right below a meaning, as a share of its own
BROADER = 0.5  # and of what stands right above it
ABOVE = 0.8  # and of what stands right above what the whole question names, which may have no page of its own
TOP = 0.5  # share that is left to the widest concepts, under which everything lies
# A need says more than a word of the lexicon or who somebody is.
WEIGHTS: Mapping[str, float] = {"n": 1.0, "s": 0.85, "a": 0.6}
_MOST_NARROWER = 12
_MOST_HINTED = 8  # needs that a question is taken to hint at
_MOST_HINTING = 2  # languages whose words hint
_LIGHTEST_HINTING = 0.5  # how far a word must count to do so
_LEAST_HINTED = 0.3  # how surely all its words together must


@dataclass(frozen=True)
class Asked:
    """A word of the question. `meanings`: id -> worth, in any language; `senses`: all that it may mean, alone or with others.

    `light`: how far the word itself counts; less for "want", "give". `is_known`: a language that is spoken has it. `slips`: those of
    its terms that it has only if a finger slipped. `learned`: words of
    other languages that it was seen to stand for (language -> term -> weight). `hints`: needs that it makes likely (see `hints`). `named`:
    needs of which the whole question is just a name.
    """

    surface: str
    words: Mapping[str, Word]
    slips: frozenset[str] = frozenset()
    meanings: dict[str, float] = field(default_factory=dict)
    senses: set[str] = field(default_factory=set)
    light: float = 1.0
    is_known: bool = False
    learned: dict[str, dict[str, float]] = field(default_factory=dict)
    hints: dict[str, float] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)

    @property
    def has_terms(self) -> bool:
        """Whether there is anything to look up."""
        return any(word.terms for word in self.words.values())

    @property
    def likely(self) -> dict[str, float]:
        """What it means or hints at, whichever is worth more."""
        return self.hints | {
            name: max(worth, self.hints.get(name, 0.0)) for name, worth in self.meanings.items()
        }

    def mean(self, name: str, worth: float) -> None:
        """Let it mean this, unless it does so already and more."""
        self.meanings[name] = max(self.meanings.get(name, 0.0), worth)


def give(
    asked: Sequence[Asked | None],
    words: Sequence[Mapping[str, Word]],
    language: str,
    known: Knowledge,
    calm: Container[str] = (),
) -> None:
    """Give words what they mean in a language.

    `asked`: the telling words, None where a function word stands. `calm`: those that alone are no sign of anything in it.
    """
    telling = [each for each in asked if each]
    told = [each.words[language] for each in telling]
    found = [(span, [telling[place] for place in span.places]) for span in known.phrases.find(told, language)]
    found += _with_function_words(asked, words, language, known)
    close = [span for span, _ in found]
    for span, over in found:
        is_sign = len(span.places) > 1 or over[0].surface not in calm
        _mean(span, over, _worth(span, close), known, is_sign=is_sign)
    for span, over in _names(found, asked, telling):
        _name(span, over)
    for span in known.phrases.find_apart(told, language):
        if not span.is_close:
            _mean(span, [telling[place] for place in span.places], PHRASE[len(span.places)] * APART, known)


def _with_function_words(
    asked: Sequence[Asked | None], words: Sequence[Mapping[str, Word]], language: str, known: Knowledge
) -> Iterator[tuple[Span, list[Asked]]]:
    """Expressions with the function words between them, word by word."""
    if all(asked):
        return
    for span in known.phrases.find([each[language] for each in words], language):
        over = [each for place in span.places if (each := asked[place])]
        if over and len(over) < len(span.places):
            yield span, over


def _mean(span: Span, over: Sequence[Asked], worth: float, known: Knowledge, *, is_sign: bool = True) -> None:
    worth *= MENDED if any(each.slips for each in over) else 1.0
    for name in span.ids:
        if not crisis.is_crisis(name):
            for each in over if is_sign else ():
                each.senses.add(name)
            light = _weight(name, known)
            for each in over if len(span.places) > 1 else (one for one in over if one.light == 1):
                each.mean(name, worth * light)


def _names(
    found: Sequence[tuple[Span, list[Asked]]], asked: Sequence[Asked | None], telling: Sequence[Asked]
) -> list[tuple[Span, list[Asked]]]:
    """Those of which the whole question is the name: word by word if there are such, else without function words."""
    whole = [each for each in found if len(each[1]) == len(telling)]
    return [each for each in whole if len(each[0].places) == len(asked)] or whole


def _name(span: Span, over: Sequence[Asked]) -> None:
    """Who types just the name of a need means it, however many words it has."""
    worth = MEANING * (MENDED if any(each.slips for each in over) else 1.0)
    for name in (name for name in span.ids if name.startswith(NEED)):
        for each in over:
            each.mean(name, worth)
            each.named.add(name)


def _weight(name: str, known: Knowledge) -> float:
    return GENERAL if name in known.general else WEIGHTS.get(name[0], 1.0)


def _worth(span: Span, spans: Sequence[Span]) -> float:
    """What each word of an expression adds: less, the more there are of them, and less inside a longer expression."""
    number = len(span.places)
    worth = MEANING if number == 1 else PHRASE[number]
    longer = any(
        each.start <= span.start and span.end <= each.end and len(each.places) > number
        for each in spans
        if not all(map(crisis.is_crisis, each.ids))
    )
    return worth * INSIDE if longer else worth


def by_signs(asked: Sequence[Asked], known: Knowledge) -> None:
    """Give words what they are together a sign of."""
    for name, places in list(known.signs.find([each.senses for each in asked])):
        for place in places:
            asked[place].mean(name, PHRASE[len(places)] * SIGN)


def elsewhere(asked: Asked, analyser: Analyser, known: Knowledge) -> None:
    """A word that nothing is known of may be one of another language."""
    if asked.meanings or asked.is_known:
        return
    for language in TAUGHT:
        for term in analyser.word(asked.surface, language).terms:
            _add(asked, known.phrases.ids(term, language), ELSEWHERE)


def _add(asked: Asked, names: Sequence[str], worth: float) -> None:
    for name in names:
        if not crisis.is_crisis(name):
            asked.senses.add(name)
            asked.mean(name, worth)


def by_parts(asked: Asked, spoken: Sequence[str], known: Knowledge) -> None:
    """Let a compound that has no meaning of its own mean what its parts do."""
    if asked.meanings:
        return
    for language in spoken:
        for part in asked.words[language].parts:
            for name in known.phrases.ids(part, language):
                if not crisis.is_crisis(name):
                    asked.mean(name, PART * _weight(name, known))


def by_hints(asked: Sequence[Asked], spoken: Sequence[str], known: Knowledge) -> None:
    """Give words the needs that the whole question hints at most."""
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for at, each in enumerate(asked):
        for name, likely in _hinted(each, spoken, known):
            found[name][at] = max(likely, found[name].get(at, 0.0))
    surely = {name: sum(places.values()) for name, places in found.items()}
    for name in sorted(surely, key=lambda name: (-surely[name], name))[:_MOST_HINTED]:
        for at, likely in found[name].items() if surely[name] >= _LEAST_HINTED else ():
            asked[at].hints[name] = HINT * likely


def _hinted(asked: Asked, spoken: Sequence[str], known: Knowledge) -> Iterator[tuple[str, float]]:
    for language in spoken[:_MOST_HINTING] if asked.light >= _LIGHTEST_HINTING else ():
        word = asked.words[language]
        for term in word.terms[:1]:
            yield from known.hints.of_term(term, language)
        for part in word.parts:
            yield from ((name, likely * PART) for name, likely in known.hints.of_term(part, language))
        for sense in asked.senses:
            yield from known.hints.of_sense(sense)


def learn(asked: Asked, spoken: Sequence[str], contents: Sequence[str], learned: Learned) -> None:
    """Add the words of the content's languages that it was seen to stand for."""
    for language in spoken:
        for content in contents:
            for term in asked.words[language].terms:
                found = dict(learned.others(language, content, term))
                asked.learned[content] = found | asked.learned.get(content, {})


def widen(asked: Asked, known: Knowledge) -> None:
    """Add what stands right below, and all that stands above, the less the higher."""
    for name, worth in list(asked.meanings.items()):
        below = known.narrower.get(name, ())
        for each in below if len(below) <= _MOST_NARROWER else ():
            asked.mean(each, worth * NARROWER)
        share = ABOVE if name in asked.named else BROADER
        rising = [(each, worth * share) for each in known.broader.get(name, ())]
        while rising:
            each, less = rising.pop()
            above = known.broader.get(each, ())
            asked.mean(each, less if above else less * TOP)
            rising += [(one, less * BROADER) for one in above]
