# SPDX-License-Identifier: EUPL-1.2
"""The table of rights by legal statuses, as it stands in the entries of these two kinds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import F

from pristan.city.directory.models import Entry, Right, Status
from pristan.platform.translations.content import Original, originals

KINDS = ("right", "status")
Cells = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Matrix:
    """`rights`: key of an entry -> its cells; `statuses`: code -> key of its entry; `texts`: key -> path -> text of a right as it was written."""

    rights: Mapping[str, Cells] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, Mapping[str, Original]] = field(default_factory=dict)

    def named(self) -> set[str]:
        """Keys of all its entries."""
        return {*self.rights, *self.statuses.values()}


def matrix(entries: Iterable[Entry]) -> Matrix:
    """What the pages of these entries need of the table: nothing, unless one of them is a right or a status."""
    if not any(entry.kind in KINDS for entry in entries):
        return Matrix()
    published = Right.objects.filter(entry__state="published").annotate(
        key=F("entry__key"), language=F("entry__language"), known=F("entry__text_languages")
    )
    rows = sorted(published.values_list("key", "cells", "language", "known"))
    statuses = Status.objects.filter(entry__state="published").values_list("code", "entry__key")
    return Matrix(
        {key: cells for key, cells, _, _ in rows},
        dict(statuses),
        {key: _originals(cells, language, known) for key, cells, language, known in rows},
    )


def uuids() -> set[UUID]:
    """All entries whose pages show a part of the table: when one changes, the others follow."""
    return set(Entry.objects.published().filter(kind__in=KINDS).values_list("uuid", flat=True))


def _originals(cells: Cells, language: str, known: Mapping[str, str]) -> dict[str, Original]:
    found = originals({"right": {"cells": cells}}, language)
    return {path: (known.get(path, own), text) for path, (own, text) in found.items()}
