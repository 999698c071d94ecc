# SPDX-License-Identifier: EUPL-1.2
"""Crisis: does a question speak of danger now, and of which kind?

Three things tell. A strong expression of a language ("my husband beats me") means it whatever stands beside it. A weak one
("fire") and a sign (a sense of *touch* and one of *daughter*, in any language) mean it unless something calm stands beside
them ("course", "insurance", "statistics"). Who did what to whom is told by small words and endings: such an expression is heard
verbatim ("broke my arm"), and so is what takes it back ("I broke my arm"). Nothing of this is stored or logged.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from pristan.core.text.phrases import Span
from pristan.platform.search import signs
from pristan.platform.search.signs import Sign

PREFIX = "x:"
CALM = "x:calm"
SENSE = "s:"
HARMLESS = "x:harmless"  # danger that begins among these words is none
PLAIN = ("x:strong:", "x:verbatim:")


@dataclass(frozen=True)
class Danger:
    """What danger looks like in every language at once."""

    signs: Mapping[str, Sequence[Sign]]
    calm: frozenset[str]
    everyday: frozenset[str] = frozenset()  # needs of which danger is no part


def is_crisis(name: str) -> bool:
    """Whether a meaning belongs here, and not to what documents are about."""
    return name.startswith(PREFIX)


def is_danger(name: str) -> bool:
    """Whether a meaning is danger itself."""
    return is_crisis(name) and name not in (CALM, HARMLESS)


def kinds(spans: Sequence[Span], meant: Mapping[int, Set[str]], danger: Danger) -> tuple[str, ...]:
    """The kinds of danger that a question speaks of, those said most plainly first.

    `spans`: expressions of danger and of calm, by places of the words in the question. `meant`: place -> what the word there means.
    """
    calm = {place for place, names in meant.items() if danger.calm & names}
    calm |= {place for span in spans if CALM in span.ids for place in span.places}
    harmless = {place for span in spans if HARMLESS in span.ids for place in span.places}
    strong: dict[str, int] = {}
    weak: dict[str, int] = {}
    for span in spans:
        for name in filter(is_danger, span.ids) if span.start not in harmless else ():
            _count(name, span, calm, strong, weak)
    telling = {place: names for place, names in meant.items() if place not in harmless}
    for kind, shapes in danger.signs.items():
        if any(_is_shown(sign, telling, calm) for sign in shapes):
            weak.setdefault(kind, 0)
    if meant and danger.everyday.intersection(*meant.values()):
        # All its words together are the name of such a need ("sending money home"); what is said plainly must take as many.
        strong, weak = {kind: length for kind, length in strong.items() if length >= len(meant)}, {}
    return tuple(dict.fromkeys([*sorted(strong, key=lambda kind: -strong[kind]), *weak]))


def _count(name: str, span: Span, calm: Set[int], strong: dict[str, int], weak: dict[str, int]) -> None:
    """Note an expression of danger by its length, unless it is not plain and something calm stands beside it."""
    length, kind = len(span.places), name.rpartition(":")[2]
    # The name of a matter ("domestic violence"), one word alone, or words that stand apart are not plain enough.
    is_only_danger = all(map(is_crisis, span.ids))
    if name.startswith(PLAIN) and length == 1 and not is_only_danger:
        return  # "flat" is all that is left of "somebody is in my flat"
    if length == 1 and sum(each.startswith(SENSE) for each in span.ids) > 1:
        return  # a word of many senses says nothing alone
    if name.startswith(PLAIN) and length > 1 and is_only_danger and span.is_close:
        strong[kind] = max(length, strong.get(kind, 0))
    elif not (
        calm - set(span.places) if length > 1 else calm
    ):  # a word of several is there in its other sense
        weak[kind] = max(length, weak.get(kind, 0))


def _is_shown(sign: Sign, meant: Mapping[int, Set[str]], calm: Set[int]) -> bool:
    where = [*meant]
    found = signs.places(sign, [*meant.values()])
    return bool(found) and not calm - {where[at] for at in found}
