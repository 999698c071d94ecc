# SPDX-License-Identifier: EUPL-1.2
"""Working days: all but Saturdays, Sundays and holidays; and no answer where the holidays of a year are not known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY, SUNDAY = 5, 6  # as `date.weekday` counts
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Holidays that are free days, each with its name (or the key of one), and the years for which they are all listed.

    Methods that look for a working day take a day that is not known to be free as a working one; ask `is_known`
    whether that was certain. They raise OverflowError beyond the years 1 to 9999.
    """

    holidays: Mapping[date, str]
    known_years: frozenset[int]

    def is_working(self, day: date) -> bool | None:
        """A working day? None: the holidays of its year are not known. Saturdays and Sundays never are."""
        if day.weekday() >= SATURDAY or day in self.holidays:
            return False
        return True if day.year in self.known_years else None

    def next_working(self, day: date) -> date:
        """This day if it is a working one, else the first after it."""
        return self._from(day, DAY)

    def previous_working(self, day: date) -> date:
        """This day if it is a working one, else the last before it."""
        return self._from(day, -DAY)

    def add_working(self, day: date, n: int) -> date:
        """The nth working day after this one; n below 0: before it. With 0 it is the day itself, free or not."""
        step = DAY if n > 0 else -DAY
        for _ in range(abs(n)):
            day = self._from(day + step, step)
        return day

    def is_known(self, first: date, last: date) -> bool:
        """Is it known of each day from first to last, both included, whether it is a working one?"""
        return all(self.is_working(day) is not None for day in days(first, last))

    def _from(self, day: date, step: timedelta) -> date:
        while self.is_working(day) is False:
            day += step
        return day


UNKNOWN = Calendar({}, frozenset())
"""Nobody knows any holidays: nothing is certain but Saturdays and Sundays."""


def days(first: date, last: date) -> Iterator[date]:
    """Each day from first to last, both included; none if last is earlier."""
    return (first + number * DAY for number in range((last - first).days + 1))
