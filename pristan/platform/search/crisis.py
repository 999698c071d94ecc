# SPDX-License-Identifier: EUPL-1.2
"""Crisis: does a question speak of danger now, and of which kind?

Three things tell. A strong expression of a language ("my husband beats me") means it whatever stands beside it. A weak one
("fire") and a sign (a sense of *touch* and one of *daughter*, in any language) mean it unless something calm stands beside
them ("course", "insurance", "statistics"). Nothing of this is stored or logged.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from pristan.core.text.phrases import Span

PREFIX = "x:"
CALM = "x:calm"
STRONG, WEAK = "x:strong:", "x:weak:"
Sign = Sequence[Collection[str]]  # meanings, one of each group, each in a word of its own


@dataclass(frozen=True)
class Danger:
    """What danger looks like in every language at once."""

    signs: Mapping[str, Sequence[Sign]]
    calm: frozenset[str]


def is_crisis(name: str) -> bool:
    """Whether a meaning belongs here, and not to what documents are about."""
    return name.startswith(PREFIX)


def kinds(spans: Iterable[Span], meant: Sequence[Set[str]], danger: Danger) -> tuple[str, ...]:
    """The kinds of danger that a question speaks of, those said most plainly first. `meant`: the meanings of each of its words."""
    strong: dict[str, int] = {}
    weak: dict[str, int] = {}
    is_calm = any(danger.calm & each for each in meant)
    for span in spans:
        length = span.end - span.start
        # The name of a matter ("domestic violence") or one word alone is not plain enough.
        is_only_danger = all(map(is_crisis, span.ids))
        is_plain = length > 1 and is_only_danger
        for name in filter(is_crisis, span.ids):
            is_calm |= name == CALM
            if length == 1 and name.startswith(STRONG) and not is_only_danger:
                continue  # "flat" is all that is left of "somebody is in my flat"
            found = strong if is_plain and name.startswith(STRONG) else weak
            if name != CALM:
                kind = name.rpartition(":")[2]
                found[kind] = max(length, found.get(kind, 0))
    if is_calm:
        weak = {}
    else:
        shown = (kind for kind, signs in danger.signs.items() if any(_stands(sign, meant) for sign in signs))
        weak = {**dict.fromkeys(shown, 0), **weak}
    return tuple(dict.fromkeys([*sorted(strong, key=lambda kind: -strong[kind]), *weak]))


def _stands(sign: Sign, meant: Sequence[Set[str]], used: tuple[int, ...] = ()) -> bool:
    """Whether every group has a word of its own."""
    if not sign:
        return True
    group, *others = sign
    return any(
        not words.isdisjoint(group) and _stands(others, meant, (*used, at))
        for at, words in enumerate(meant)
        if at not in used
    )
