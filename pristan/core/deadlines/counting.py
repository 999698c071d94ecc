# SPDX-License-Identifier: EUPL-1.2
"""How a term is counted: from a day, by a rule, to its last day, with each step of the way.

The rule is data and brings its own source; no law is written into this module. The shapes are those that laws on terms
share. Months and years: European Convention on the Calculation of Time-Limits (ETS 76), article 4 (2); where the first
day itself counts: as in section 188 (2) and (3) of the German Civil Code.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from dateutil.relativedelta import relativedelta

from pristan.core.deadlines.calendar import DAY, SATURDAY, SUNDAY, Calendar, days
from pristan.core.deadlines.errors import DeadlineError

Unit = Literal["days", "working days", "months", "years"]
Starts = Literal["day after", "same day"]
EndOnFreeDay = Literal["next working day", "stays", "previous working day"]
Kind = Literal[
    "from",  # the day of the event
    "begins",  # the first day that counts (backwards: the first one looked at)
    "not counted",  # a holiday, by name, that a term in working days leaves out; Saturdays and Sundays are not listed
    "ends",  # where the number of days, months or years ends
    "saturday",  # it is free, because ...
    "sunday",
    "holiday",  # by name
    "stays",  # it is the last day though it is free
    "next working day",  # so the last day is this one
    "previous working day",
    "holidays not known",  # of the year of this day: a holiday could move the last day
]

LONGEST = 40_000  # of any unit; more is a slip of the pen


class CountingError(DeadlineError):
    """A rule of counting that makes no sense, or a term that ends beyond the years 1 to 9999."""


@dataclass(frozen=True, slots=True)
class Counting:
    """How a legal term is counted. `number` may be negative: so many days before an event, and then "the day after" is
    the day before. `source` is the key of what says so. Raises CountingError.
    """

    unit: Unit
    number: int
    starts: Starts
    end_on_free_day: EndOnFreeDay
    source: str

    def __post_init__(self) -> None:
        for key, known in (("unit", Unit), ("starts", Starts), ("end_on_free_day", EndOnFreeDay)):
            if (given := getattr(self, key)) not in get_args(known):
                raise CountingError(f"{key} is {given!r}", f"write one of: {', '.join(get_args(known))}")
        if abs(self.number) > LONGEST:
            raise CountingError(f"number is {self.number}", f"write at most {LONGEST}, before or after")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a count, for a page to say in any language. `name` is that of a holiday, as the calendar has it."""

    kind: Kind
    day: date
    name: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """The last day of a term and the way to it. Not certain: it took days of a year whose holidays are not known."""

    last_day: date
    trail: tuple[Step, ...]
    is_certain: bool


def count(counting: Counting, from_day: date, calendar: Calendar) -> Counted:
    """The last day of a term that begins with an event on `from_day`. Raises CountingError.

    Months and years end on the day of the same number, else on the last day of the month; if the first day counts
    itself, one day earlier than the same number. A number of 0 ends on the day of the event.
    """
    try:
        trail = (Step("from", from_day), *_term(counting, from_day, calendar))
        trail += tuple(_after_end(counting, trail[-1].day, calendar))
    except (OverflowError, ValueError) as error:
        what = f"{counting.number} {counting.unit} from {from_day} end beyond the years 1 to 9999"
        raise CountingError(what, "give a day nearer to our time") from error
    unknown = any(step.kind == "holidays not known" for step in trail)
    last = next(step for step in reversed(trail) if step.kind != "holidays not known")
    return Counted(last.day, trail, not unknown)


def _term(counting: Counting, from_day: date, calendar: Calendar) -> Iterator[Step]:
    """From the first day that counts to the end, which comes last."""
    if counting.number == 0:
        yield Step("ends", from_day)
        return
    step = DAY if counting.number > 0 else -DAY
    # The last day that does not count yet.
    before = from_day if counting.starts == "day after" else from_day - step
    if counting.unit == "working days":
        ends = calendar.add_working(before, counting.number)
        yield Step("begins", calendar.add_working(before, 1 if counting.number > 0 else -1))
        first, last = sorted((before + step, ends))
        yield from _left_out(first, last, calendar)
    else:
        ends = before + counting.number * DAY if counting.unit == "days" else _same_number(counting, from_day)
        yield Step("begins", before + step)
    yield Step("ends", ends)


def _same_number(counting: Counting, from_day: date) -> date:
    ends: date = from_day + relativedelta(**{counting.unit: counting.number})
    if counting.starts == "same day" and ends.day == from_day.day:
        ends -= DAY if counting.number > 0 else -DAY
    return ends


def _left_out(first: date, last: date, calendar: Calendar) -> Iterator[Step]:
    for day in days(first, last):
        if day in calendar.holidays and day.weekday() < SATURDAY:
            yield Step("not counted", day, calendar.holidays[day])
    unknown = next((day for day in days(first, last) if calendar.is_working(day) is None), None)
    if unknown:
        yield Step("holidays not known", unknown)


def _after_end(counting: Counting, ends: date, calendar: Calendar) -> Iterator[Step]:
    """What follows if the last day is a free one."""
    day, rule = ends, counting.end_on_free_day
    while calendar.is_working(day) is False:
        yield _free(day, calendar)
        if rule == "stays":
            yield Step("stays", day)
            return
        day += DAY if rule == "next working day" else -DAY
    if day != ends:
        yield Step(rule, day)
    is_told = counting.unit == "working days" and counting.number != 0
    if rule != "stays" and calendar.is_working(day) is None and not is_told:
        yield Step("holidays not known", day)


def _free(day: date, calendar: Calendar) -> Step:
    if day in calendar.holidays:
        return Step("holiday", day, calendar.holidays[day])
    return Step("sunday" if day.weekday() == SUNDAY else "saturday", day)
