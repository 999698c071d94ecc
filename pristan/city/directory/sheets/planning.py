# SPDX-License-Identifier: EUPL-1.2
"""The dry run: what a whole sheet would do, what is wrong with it, and what a person has to say first. Writes nothing."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django.utils.translation import gettext as _

from pristan.city.directory import policies, selectors, store
from pristan.city.directory.editing.wording import text
from pristan.city.directory.sheets.checking import Slip, Wanted, Who, wanted
from pristan.city.directory.sheets.lexicon import Lexicon, same
from pristan.city.directory.sheets.matching import Likeness, Likenesses
from pristan.city.directory.sheets.reading import Given, SheetRow
from pristan.platform.accounts.actors import Actor
from pristan.platform.review import proposals, words
from pristan.platform.review.errors import TooManyOpen

Choice = Literal["same", "other", "out"]
CHOICES: tuple[Choice, ...] = ("same", "other", "out")


@dataclass(frozen=True)
class Question:
    """Is this row the same as that entry? ``change``: what it would change, were it the same."""

    row: SheetRow
    title: str
    likeness: Likeness
    name: str
    change: Wanted


@dataclass
class Plan:
    """What a sheet would do. It is carried out only where there are neither slips nor questions."""

    given: Given
    live: Mapping[str, Mapping[str, Any]]
    new: list[Wanted] = field(default_factory=list)
    changes: list[Wanted] = field(default_factory=list)
    unchanged: int = 0
    left_out: int = 0
    slips: list[Slip] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    @property
    def is_ready(self) -> bool:
        """Can it be written as it is?"""
        return not self.slips and not self.questions and bool(self.new or self.changes)


def plan(given: Given, choices: Mapping[str, str], *, actor: Actor, language: str) -> Plan:
    """Look at every row. ``choices``: number of a row -> what a person said of its match."""
    keys = list(selectors.visible_to(actor).values_list("key", flat=True))
    made = Plan(given, store.live(keys))
    look = _Look(made, Lexicon(language), Who.of(actor), Likenesses.of(made.live), choices)
    for row in given.rows:
        look.at(row)
    made.slips += [*_doubled(made), *_crowded(made, actor)]
    made.slips.sort(
        key=lambda slip: (int("".join(filter(str.isdigit, slip.cell))), len(slip.cell), slip.cell)
    )
    return made


@dataclass
class _Look:
    """One pass over a sheet."""

    plan: Plan
    lexicon: Lexicon
    who: Who
    known: Likenesses
    choices: Mapping[str, str]

    def at(self, row: SheetRow) -> None:
        """Sort one row into the plan."""
        if key := row.cells.get("id", ""):
            self._change(row, key)
            return
        made, slips = wanted(row, None, "", self.plan.given, self.lexicon, self.who)
        choice = self.choices.get(str(row.number), "")
        if choice == "out":
            self.plan.left_out += 1
        elif (likeness := self.known.like(made.fields)) is None or choice == "other":
            self.plan.slips += slips
            self.plan.new.append(made)
        elif choice == "same":
            self._change(row, likeness.key)
        else:
            self._ask(row, likeness)

    def _change(self, row: SheetRow, key: str) -> None:
        made, slips = self._against(row, key)
        self.plan.slips += slips
        if made is not None and made.fields:
            self.plan.changes.append(made)
        elif made is not None:
            self.plan.unchanged += 1

    def _against(self, row: SheetRow, key: str) -> tuple[Wanted | None, list[Slip]]:
        live = self.plan.live.get(key)
        cell = self.plan.given.cell(row, "id")
        if live is None:
            return None, [Slip(cell, _("You have no entry with the id “%(key)s”. Empty the cell for a new entry, or take the id from the sheet of your entries.") % {"key": key[:80]})]  # fmt: skip
        organization = key if live.get("kind") == "organization" else str((live.get("organization") or {}).get("entry") or "")  # fmt: skip
        if not policies.can_propose(self.who.actor, organization):
            return None, [
                Slip(cell, _("You do not write for the organisation of this entry. Delete the row."))
            ]
        return wanted(row, live, key, self.plan.given, self.lexicon, self.who)

    def _ask(self, row: SheetRow, likeness: Likeness) -> None:
        """A row that is wrong either way is told at once; else a person says whether it is the same."""
        made, slips = self._against(row, likeness.key)
        if made is None or slips:
            self.plan.slips += slips
            return
        name = text(self.plan.live[likeness.key].get("name"))
        self.plan.questions.append(Question(row, row.cells.get("name", ""), likeness, name, made))


def _doubled(made: Plan) -> Iterator[Slip]:
    """The same entry twice in one sheet: whichever came last would win, so neither does."""
    keys = [(each, each.key) for each in made.changes]
    yield from _twice(
        made.given, keys, "id", _("The same entry stands in the rows %(rows)s. Leave one of them.")
    )
    names = [(each, _name(each)) for each in made.new if each.fields.get("name")]
    yield from _twice(made.given, names, "name", _("The same name and organisation stand in the rows %(rows)s. Delete one, or write what tells them apart."))  # fmt: skip


def _crowded(made: Plan, actor: Actor) -> Iterator[Slip]:
    """The first row for which a person who may only propose has no room any more."""
    if policies.edits_city(actor):
        return
    rows = sorted((each.row for each in [*made.new, *made.changes]), key=lambda row: row.number)
    for row in rows[proposals.room(actor) :][:1]:
        yield Slip(made.given.cell(row, "name"), words.of(TooManyOpen()))


def _twice(given: Given, found: Sequence[tuple[Wanted, str]], code: str, words: str) -> Iterator[Slip]:
    counts = Counter(key for _each, key in found)
    rows: dict[str, list[SheetRow]] = {}
    for each, key in found:
        if counts[key] > 1:
            rows.setdefault(key, []).append(each.row)
    for some in rows.values():
        numbers = ", ".join(str(row.number) for row in some)
        yield from (Slip(given.cell(row, code), words % {"rows": numbers}) for row in some)


def _name(each: Wanted) -> str:
    organization = (each.fields.get("organization") or {}).get("name", "")
    return f"{same(text(each.fields['name']))} / {same(organization)}"
