# SPDX-License-Identifier: EUPL-1.2
"""A sheet between the dry run and the writing: kept for a day, its owner's alone, then gone."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from pristan.city.directory.models import SheetDraft
from pristan.city.directory.sheets.planning import CHOICES
from pristan.city.directory.sheets.reading import Given
from pristan.platform.accounts.actors import Actor
from pristan.platform.review import barred
from pristan.platform.tables.errors import SheetRefused

LASTS = timedelta(hours=24)
MOST_CELLS = 20  # that are named
MOST = 5  # sheets of one person at a time; an older one makes room


class DraftMissing(Exception):
    """There is no such sheet, or its day is over, or it is somebody else's."""


def keep(given: Given, *, language: str, actor: Actor, at: datetime) -> SheetDraft:
    """Keep the rows of a sheet. Raises SheetRefused, before anything is kept, where a cell says what was removed for good."""
    if cells := _removed(given):
        raise SheetRefused(
            _("Something in these cells was removed for good and may not come back: %(cells)s. Take it out and send the sheet again.")
            % {"cells": ", ".join(cells[:MOST_CELLS])}
        )  # fmt: skip
    older = SheetDraft.objects.filter(owner=actor.id).order_by("-sent_at", "-pk")
    SheetDraft.objects.filter(pk__in=[each.pk for each in older.only("pk")[MOST - 1 :]]).delete()
    return SheetDraft.objects.create(
        owner=actor.id, language=language, rows=given.stored(), sent_at=at, ends_at=at + LASTS
    )


def _removed(given: Given) -> list[str]:
    look = barred.guard()
    if look is None:
        return []
    cells = ((row, code) for row in given.rows for code, typed in row.cells.items() if look(typed))
    return [given.cell(row, code) for row, code in cells]


def of(uuid: UUID, *, actor: Actor, at: datetime, is_held: bool = False) -> SheetDraft:
    """A sheet of this actor; ``is_held``: locked for the rest of the transaction. Raises DraftMissing."""
    rows = SheetDraft.objects.select_for_update() if is_held else SheetDraft.objects.all()
    found = rows.filter(uuid=uuid, owner=actor.id, ends_at__gt=at).first()
    if found is None:
        raise DraftMissing
    return found


def answer(draft: SheetDraft, choices: Mapping[str, str]) -> None:
    """Note what its owner said of matches: number of a row -> same, other, out. Anything else is no answer."""
    numbers = {str(number) for number, _cells in draft.rows.get("rows", ())}
    said = {row: choice for row, choice in choices.items() if row in numbers and choice in CHOICES}
    draft.choices = {**draft.choices, **said}
    draft.save(update_fields=["choices"])


def ask_again(draft: SheetDraft) -> None:
    """Forget all answers."""
    draft.choices = {}
    draft.save(update_fields=["choices"])


def finish(draft: SheetDraft, outcome: Mapping[str, int]) -> None:
    """Nothing is left of a sheet that was written but what became of it."""
    draft.rows, draft.choices, draft.outcome = {}, {}, dict(outcome)
    draft.save(update_fields=["rows", "choices", "outcome"])


def forget(at: datetime) -> None:
    """Delete those whose day is over. Idempotent."""
    SheetDraft.objects.ended(at).delete()
