# SPDX-License-Identifier: EUPL-1.2
"""Documents after they were analysed, and what they add to the statistics of terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pristan.core.text import fold


@dataclass(frozen=True)
class Tally:
    """What some documents of one language add to the statistics together, so that nobody counts word by word what was counted once.

    `number`: how many documents. `docs`: term -> in how many of them it stands, parts of compounds and meanings among them.
    `surfaces`: how the base of each of their words is spelled in them.
    """

    number: int
    docs: Mapping[str, int]
    surfaces: Mapping[str, str]


@dataclass(frozen=True)
class Encoded:
    """A document as it is stored. `lengths`: how many terms each field has. `tally`: its own, or one that it shares with others."""

    language: str
    name: str
    tokens: str
    lengths: str
    tally: Tally

    @property
    def terms(self) -> set[str]:
        """The different terms."""
        return terms_in(self.tokens)


def terms_in(tokens: str) -> set[str]:
    """The different terms of a stored document."""
    return {token.partition(".")[2] for token in tokens.split(" ") if "/" not in token}


def likelier_surface(one: str, other: str, term: str) -> str:
    """Which of two spellings stands better for a term: the one nearest to its base form, rather in small letters."""
    return min((one, other), key=lambda word: _distance(word, len(term)))


@lru_cache(maxsize=1 << 16)  # a pure function of few different words
def _distance(word: str, length: int) -> tuple[int, bool, str]:
    return abs(len(fold(word)) - length), not word.islower(), word
