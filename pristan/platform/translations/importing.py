# SPDX-License-Identifier: EUPL-1.2
"""A file of translations as what it changes in a pack. Nothing is written here.

A machine cannot vouch for a text, and neither can a file: what is new is a draft, unless the person who brings it says that texts
marked as reviewed were read by somebody (``is_vouched``).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pristan.platform.translations.checking import check
from pristan.platform.translations.content import digest, follow
from pristan.platform.translations.exchange import Exchanged, Row
from pristan.platform.translations.units import REVIEWED, STALE, Place, Said, Unit

SAME, NEW, CHANGED, CONFIRMED, EMPTY = OUTCOMES = ("same", "new", "changed", "confirmed", "empty")


@dataclass(frozen=True, order=True)
class Told:
    """A problem of one row, at its file and line."""

    place: Place
    what: str
    mend: str
    is_error: bool = True

    def __str__(self) -> str:
        return f"{self.place}: {'error' if self.is_error else 'warning'}: {self.what}\n    {self.mend}"


@dataclass
class Plan:
    """What a file changes: unit's id -> translation; counts by outcome; what is wrong or to be known."""

    language: str
    said: dict[str, Said] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    told: list[Told] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        """Is anything an error? Then nothing is written."""
        return any(each.is_error for each in self.told)


def plan(given: Exchanged, units: Sequence[Unit], *, is_vouched: bool) -> Plan:
    """Compare a file with the pack as it is."""
    made = Plan(given.language)
    known = {unit.id: unit for unit in units}
    for row, key in _placed(given.rows, known):
        place = Place(given.name, row.line)
        if not row.target:
            made.counts[EMPTY] += 1
        elif key not in known:
            made.told.append(_unplaced(row, key, place))
        else:
            _weigh(made, row, known[key], place, is_vouched=is_vouched)
    return made


def _unplaced(row: Row, key: str, place: Place) -> Told:
    if not key:
        return Told(
            place, f"the original of `{row.id}` is gone", "It is left out. Export again.", is_error=False
        )
    return Told(place, f"the pack has no text `{row.id}`", "Export again, or take the unit out of the file.")


def _placed(rows: Sequence[Row], known: Mapping[str, Unit]) -> Iterator[tuple[Row, str]]:
    """Each row with the id of its unit now. Items of a list may have changed places: a translation follows its sentence.

    The id is empty where another row has taken the place.
    """
    originals = {key: (unit.language, unit.text) for key, unit in known.items()}
    made = {row.id: digest(row.source) for row in rows}
    found = follow({row.id: row.id for row in rows}, made, originals)
    now = {was: key for key, (was, _) in found.items()}
    for row in rows:
        yield row, now.get(row.id, "")


def _weigh(made: Plan, row: Row, unit: Unit, place: Place, *, is_vouched: bool) -> None:
    before, after = unit.said.get(made.language), _said(row, unit, is_vouched=is_vouched)
    if before and before.text == after.text and (not is_vouched or row.state != REVIEWED):
        made.counts[SAME] += 1  # its state stays what it was
        return
    if before and _dated(before, unit) == after:
        made.counts[SAME] += 1
        return
    if made.language == unit.language:
        mend = "Correct the original in the pack itself."
        made.told.append(Told(place, f"the original of `{unit.id}` is in this language", mend))
        return
    is_stale = bool(after.made_from) and after.made_from != digest(unit.text)
    if is_stale:
        made.told.append(_stale(unit, place))
    if is_stale and not unit.is_tracked:
        return
    for found in check(unit, made.language, after):
        what = f"`{unit.id}`: {found.what}"
        made.told.append(Told(place, what, found.mend, found.is_error))
    made.said[unit.id] = after
    made.counts[NEW if before is None else CONFIRMED if before.text == after.text else CHANGED] += 1


def _said(row: Row, unit: Unit, *, is_vouched: bool) -> Said:
    made_from = row.made_from if row.state == STALE and row.made_from else digest(row.source)
    return Said(row.target, is_human=is_vouched and row.state == REVIEWED, made_from=made_from)


def _dated(said: Said, unit: Unit) -> Said:
    """A text that does not say of which original it was made was made of the one that is there."""
    return said if said.made_from else replace(said, made_from=digest(unit.text))


def _stale(unit: Unit, place: Place) -> Told:
    what = f"`{unit.id}` was made from an older original"
    mend = (
        "It is kept, and marked as out of date."
        if unit.is_tracked
        else "It is left out: its file cannot say so. Export again."
    )
    return Told(place, what, mend, is_error=False)
