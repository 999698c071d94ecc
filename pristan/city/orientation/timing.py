# SPDX-License-Identifier: EUPL-1.2
"""When: the dates of a step that can be said today, and the band of time that follows from them.

The last legal day is told only where the law says it, the sources are sure and have not been overtaken, and an answer tells the event
from which it counts. Otherwise there is no date, and `because` says why. A day whose article nobody has read comes with a `doubt`.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from pristan.city.orientation.rulebook import Step
from pristan.core.deadlines.due import due as last_day
from pristan.core.deadlines.windows import Window, next_window
from pristan.core.graph import BANDS, Band
from pristan.core.rules import Facts

# Until so many days from today a day lies in the band; what is past is `now` as well.
_ENDS: tuple[tuple[Band, int], ...] = (("now", 2), ("week", 7), ("month", 31))
EXPIRY = "days_to_permit_expiry"  # the only event that lies ahead
UNREAD = "article-not-verified"


@dataclass(frozen=True)
class Dates:
    """`due`: the last legal day; `advised`: the day that the pack advises; `opens`: the first day on which it can be done; `window`: the weeks of
    the year in which it is usually done; `untold`: a last day too unsure to be told, which only helps to put steps in order."""

    due: date | None = None
    advised: date | None = None
    opens: date | None = None
    window: Window | None = None
    because: str = "no-deadline"
    doubt: str | None = None
    untold: date | None = None


def dates(step: Step, facts: Facts) -> Dates:
    """What can be said of the dates of a step today."""
    given = step.given
    window = next_window(given["calendar_window"], facts.today) if given["calendar_window"] else None
    found = replace(_last_day(step, facts, window), window=window)
    if given["recheck_reason"]:
        return Dates(window=window, because="law-has-moved", untold=found.due)
    if given["confidence"] == "low":
        return Dates(window=window, because="source-is-weak", untold=found.due)
    return replace(found, doubt=UNREAD) if found.due and not step.is_article_verified else found


def _last_day(step: Step, facts: Facts, window: Window | None) -> Dates:
    given = step.given
    if given["counts_from"] is None or given["days_after"] is None:
        return Dates(because="window" if window else "no-deadline")
    told = facts.answers.get(given["counts_from"])
    return Dates(because="event-not-told") if told is None else _counted(step, facts.today, told)


def _counted(step: Step, today: date, told: int) -> Dates:
    given = step.given
    is_ahead = given["counts_from"] == EXPIRY
    counted = last_day(-told if is_ahead else told, given["days_after"], today, working=False)
    if given["opens_after"]:
        return Dates(opens=counted, because="opens-after")
    if not given["is_advice"]:
        return Dates(due=counted, because=f"days-after-{given['event'] or 'event'}")
    # Days before the end of a permit are a margin of safety: the law says before it ends.
    ends = today + timedelta(days=told) if is_ahead else None
    return Dates(due=ends, advised=counted, because="before-expiry" if is_ahead else "advice")


def band(step: Step, found: Dates, today: date) -> Band:
    """Its own band, or an earlier one that a date asks for; a later one while it cannot be done yet. Help in danger is never for later."""
    own = own_band(step)
    if step.is_always:
        return own
    if found.opens and found.opens > today:
        return max(own, _of(found.opens, today), key=BANDS.index)
    days = [day for day in (found.due, found.advised) if day]
    if found.window:
        days.append(today if found.window.is_open else found.window.begins)
    return min([own, *(_of(day, today) for day in days)], key=BANDS.index)


def own_band(step: Step) -> Band:
    """Where a step stands when no date decides."""
    given: Band = step.given["band"]
    return BANDS[0] if step.is_always else given


def _of(day: date, today: date) -> Band:
    ahead = (day - today).days
    return next((name for name, most in _ENDS if ahead <= most), "later")
