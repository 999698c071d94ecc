# SPDX-License-Identifier: EUPL-1.2
"""Signs: what people say when they mean something without naming it, in the same way in every language.

"My ex gives nothing for our son" has a word of *ex*, one of *give* and one of *son*: together they are a sign of child
maintenance. A sign is made of senses, so that one serves all languages.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

Sign = Sequence[Collection[str]]  # meanings, one of each group, each in a word of its own
_MOST_WORDS = 16  # of a question


class Signs:
    """Many signs, looked up by what the first, most telling group holds. `signs`: (what it is a sign of, the sign)."""

    def __init__(self, signs: Iterable[tuple[str, Sign]] = ()) -> None:
        self._by_first: Mapping[str, list[tuple[str, Sign]]] = defaultdict(list)
        for name, sign in signs:
            shown = name, [frozenset(group) for group in sign]
            for meaning in shown[1][0]:
                self._by_first[meaning].append(shown)

    def find(self, meant: Sequence[Set[str]]) -> Iterator[tuple[str, tuple[int, ...]]]:
        """(what it is a sign of, places of the words) for each that the words of a question show. `meant`: meanings by word."""
        meant = meant[:_MOST_WORDS]
        begun = {
            id(shown): shown for words in meant for each in words for shown in self._by_first.get(each, ())
        }
        for name, sign in begun.values():
            if found := places(sign, meant):
                yield name, found


def places(sign: Sign, meant: Sequence[Set[str]], used: tuple[int, ...] = ()) -> tuple[int, ...]:
    """Where the words stand that show a sign, each group by another one; empty if they do not."""
    if not sign:
        return used
    group, *others = sign
    for at, words in enumerate(meant):
        if at not in used and not words.isdisjoint(group) and (found := places(others, meant, (*used, at))):
            return found
    return ()
