# SPDX-License-Identifier: EUPL-1.2
"""Translations of many things in few queries."""

from collections.abc import Collection, Sequence
from uuid import UUID

from pristan.platform.translations.content import Translation
from pristan.platform.translations.models import Text

CHUNK = 1000
Rows = dict[tuple[str, str], Translation]


def texts_of(owners: Sequence[UUID], paths: Collection[str] = ()) -> dict[UUID, Rows]:
    """Owner -> {(path, language): translation}, as ``resolve`` takes it, of these paths or all; owners without any are left out."""
    found: dict[UUID, Rows] = {}
    for start in range(0, len(owners), CHUNK):
        rows = Text.objects.filter(owner__in=owners[start : start + CHUNK])
        rows = rows.filter(field__in=paths) if paths else rows
        columns = ("owner", "field", "language", "value", "state", "made_from")
        for owner, field, language, value, state, made in rows.values_list(*columns).order_by("id"):
            found.setdefault(owner, {})[field, language] = Translation(value, state, made)
    return found


def texts_in(language: str) -> dict[UUID, dict[str, Translation]]:
    """Owner -> {path: translation} of everything that exists in one language."""
    found: dict[UUID, dict[str, Translation]] = {}
    columns = ("owner", "field", "value", "state", "made_from")
    for owner, field, *made in Text.objects.filter(language=language).values_list(*columns):
        found.setdefault(owner, {})[field] = Translation(*made)
    return found
