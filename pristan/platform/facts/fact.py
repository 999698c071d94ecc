# SPDX-License-Identifier: EUPL-1.2
"""The form on which an app declares what can be counted, in its ``facts.py``: ``FACTS = (Fact(...), ...)``."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.functional import Promise

Words = str | Promise
Period = Literal["day", "month"]
# Values of the dimensions, in their order, and how many.
Row = tuple[tuple[str, ...], int]


def _as_they_are(dimension: str, values: Sequence[str], language: str) -> Mapping[str, str]:
    return {value: value for value in values}


@dataclass(frozen=True)
class Fact:
    """A named measure. A reading of it has a date and its source.

    `key`: ``app.what-is-counted``. `counts`: what one unit is, in a sentence. `dimensions`: name -> words. `query(on)`: rows as they are on a day, or in the month that begins
    on it, as `period` says; a combination that is not there is 0. `names(dimension, values, language)`: what readers call the values.

    `is_about_persons`: people, visits or acts of people are counted; then each unit has one value in each dimension, and readings are
    protected before they are stored. Otherwise `why_open` says why the numbers tell of nobody. `subject`: which records are counted, if another fact counts the same.
    """

    key: str
    label: Words
    counts: Words
    source: Words
    dimensions: Mapping[str, Words]
    query: Callable[[date], Iterable[Row]]
    period: Period
    is_about_persons: bool
    why_open: str = ""
    subject: str = ""
    names: Callable[[str, Sequence[str], str], Mapping[str, str]] = _as_they_are

    def __post_init__(self) -> None:
        if self.is_about_persons == bool(self.why_open):
            raise ValueError(f"{self.key}: say either that persons are counted, or why the numbers tell of nobody (`why_open`)")  # fmt: skip
