# SPDX-License-Identifier: EUPL-1.2
"""Labels as search sees them: which are equal once analysed, which stand on two concepts, how many there are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from pristan.city.taxonomy.findings import Figures, Finding
from pristan.city.taxonomy.label_units import LABELS
from pristan.core.text import Analyser, fold
from pristan.core.text.phrases import LONGEST as MOST_WORDS
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.things import Thing

WANTED = 5  # other labels a concept, on average
Place = tuple[str | int, ...]
Key = tuple[str, ...]


@dataclass(frozen=True)
class Label:
    """One label: where it stands, and what the analyser makes of it."""

    thing: Thing
    language: str
    place: Place  # below the concept: ("pref",) or ("alt", 2)
    text: str
    key: Key = ()

    @property
    def concept(self) -> str:
        """The id without its scheme."""
        return self.thing.key.split("/")[1]

    @property
    def scheme(self) -> str:
        """The list that the concept stands in."""
        return self.thing.key.split("/")[0]

    def problem(self, what: str, mend: str, *, is_error: bool = True) -> Problem:
        """A problem at the line of this label."""
        source = self.thing.others[self.language]
        line = source.line(self.concept, *self.place)
        return Problem(source.path, line, f"`{self.concept}`: {what}", mend, is_error)


def texts(record: dict[str, Any]) -> Iterator[tuple[Place, str]]:
    """All labels of a concept in one language, the preferred one first."""
    yield ("pref",), record["pref"]
    for name in ("alt", "hidden"):
        yield from (((name, at), text) for at, text in enumerate(record.get(name, ())))


def key_of(text: str, language: str, analyser: Analyser) -> Key:
    """What search keeps of an expression: the likeliest term of each word (see `core.text.phrases`)."""
    return tuple(word.terms[0] for word in analyser.words(text, language))


def check(things: Sequence[Thing], language: str, analyser: Analyser, figures: Figures) -> Iterator[Finding]:
    """Findings about the labels of a language; `figures` learns how many there are."""
    every: list[Label] = []
    declared: set[tuple[str, str | Key]] = set()
    for thing in (thing for thing in things if language in thing.others):
        record = thing.fields[f"{LABELS}{language}"]
        labels = [
            Label(thing, language, place, text, key_of(text, language, analyser))
            for place, text in texts(record)
        ]
        every += labels
        yield from _within(labels, figures)
        for at, text in enumerate(record.get("ambiguous", ())):
            key = key_of(text, language, analyser)
            declared |= {(thing.key, fold(text)), (thing.key, key)}
            yield from _declared(labels, Label(thing, language, ("ambiguous", at), text, key))
    yield from _preferred(every)
    yield from _shared(every, declared)
    yield from _average(things, language, figures)


def _within(labels: Sequence[Label], figures: Figures) -> Iterator[Finding]:
    """Labels of one concept that are equal to each other, that search cannot use, or that are few."""
    seen: dict[Key, Label] = {}
    written: set[str] = set()
    for label in labels:
        if (plain := label.text.casefold()) in written:
            problem = label.problem(f"`{label.text}` stands here twice", "Keep one of the two.")
            yield Finding(problem, label.language)
        elif label.key in seen:
            what = f"`{label.text}` is the same to search as `{seen[label.key].text}`"
            problem = label.problem(
                what, "It counts once: another word would help more people.", is_error=False
            )
            yield Finding(
                problem, label.language, "labels are the same to search as another of their concept"
            )
        written.add(plain)
        seen.setdefault(label.key, label)
        yield from _unused(label)
    figures.concepts += 1
    figures.others += len(seen) - 1
    figures.equal += len(labels) - len(seen)
    if len(seen) <= WANTED:
        what = f"{len(seen) - 1} other labels, where {WANTED} are wanted on average"
        problem = labels[0].problem(what, "Add what people really say or type.", is_error=False)
        yield Finding(problem, labels[0].language, f"concepts have fewer than {WANTED} other labels")


def _unused(label: Label) -> Iterator[Finding]:
    if len(label.key) > MOST_WORDS:
        what = f"`{label.text}` has more than {MOST_WORDS} words that carry meaning, so search does not know it as one"
        problem = label.problem(what, "Shorten it to what a person would type.", is_error=False)
        yield Finding(problem, label.language, f"labels have more than {MOST_WORDS} words that carry meaning")
    if not label.key:
        yield Finding(label.problem(f"`{label.text}` holds no word", "Delete it."), label.language)


def _declared(labels: Sequence[Label], given: Label) -> Iterator[Finding]:
    """What is declared ambiguous is a label of the concept."""
    if given.key not in {label.key for label in labels}:
        problem = given.problem(
            f"`{given.text}` is ambiguous, but no label here", "Check the spelling, or remove it."
        )
        yield Finding(problem, given.language)


def _preferred(labels: Sequence[Label]) -> Iterator[Finding]:
    """Two concepts of one scheme do not have the same name, not even on purpose: on a page nobody could choose."""
    prefs = [label for label in labels if label.place == ("pref",)]
    for label, others in _on_several(((each.scheme, each.text.casefold()), each) for each in prefs):
        mend = "Say in one of them what sets it apart."
        problem = label.problem(f"`{label.text}` is the name of {_named(others)} as well", mend)
        yield Finding(problem, label.language)


def _shared(labels: Sequence[Label], declared: Set[tuple[str, str | Key]]) -> Iterator[Finding]:
    """A label on two concepts is declared `ambiguous` on each of them.

    Only what people read as the same label is an error. What the analyser alone makes equal are other labels to people
    ("papers" and "without papers", "school" and "schools"), search keeps all their readings, and there are hundreds:
    a declaration of each would hide those that were meant. They are warnings, for a speaker who has a better word.
    """
    same = _on_several((fold(label.text), label) for label in labels)
    for label, others in same:
        if (label.thing.key, fold(label.text)) not in declared:
            mend = f"Keep it where it fits best, or add `ambiguous: [{label.text}]` on each."
            problem = label.problem(f"`{label.text}` stands on {_named(others)} as well", mend)
            yield Finding(problem, label.language)
    told = {(label.thing.key, label.key) for label, _ in same}
    for label, others in _on_several((label.key, label) for label in labels):
        if (label.thing.key, label.key) not in declared | told:
            what = f"`{label.text}` is the same to search as `{others[0].text}` of {_named(others)}"
            problem = label.problem(
                what, "Another word would tell them apart, if people use one.", is_error=False
            )
            yield Finding(problem, label.language, "labels are the same to search as one of another concept")


def _on_several(keyed: Iterable[tuple[Any, Label]]) -> list[tuple[Label, list[Label]]]:
    """(label, those of other concepts with the same key): one label a concept."""
    sharing: dict[Any, dict[str, Label]] = defaultdict(dict)
    for key, label in keyed:
        if key:
            sharing[key].setdefault(label.thing.key, label)
    groups = [list(group.values()) for group in sharing.values() if len(group) > 1]
    return [(label, [each for each in group if each is not label]) for group in groups for label in group]


def _named(labels: Sequence[Label]) -> str:
    return ", ".join(f"`{each.concept}`" for each in labels)


def _average(things: Sequence[Thing], language: str, figures: Figures) -> Iterator[Finding]:
    if figures.concepts and figures.average < WANTED:
        thing = next(thing for thing in things if language in thing.others)
        what = f"{figures.average:.1f} other labels a concept on average, labels that are the same to search counted once"
        mend = f"{WANTED} are wanted: add what people really say or type; begin with the concepts that have fewest."
        yield Finding(Problem(thing.others[language].path, 1, what, mend, is_error=False), language)
