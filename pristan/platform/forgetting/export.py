# SPDX-License-Identifier: EUPL-1.2
"""What is held about somebody who works here, for that person (GDPR, articles 15 and 20)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Field, Model

from pristan.platform.privacy import registry
from pristan.platform.privacy.retention import Delete, Fate, Keep


def export(person: UUID, *, at: datetime) -> dict[str, Any]:
    """All rows about a person as plain data, with what happens to each field and why. Secrets are named, not given."""
    fates = registry.fates()
    held = {model._meta.label: [_row(row) for row in of(person)] for model, of in registry.held().items()}
    return {
        "person": str(person),
        "made_at": at.isoformat(),
        "held": {label: rows for label, rows in held.items() if rows},
        "what_happens_to_it": {
            model._meta.label: {name: words(fate) for name, fate in fates.get(model, {}).items()}
            for model in registry.held()
            if held[model._meta.label]
        },
    }


def words(fate: Fate) -> str:
    """A fate in a sentence."""
    if isinstance(fate, Keep):
        return f"kept: {fate.why}"
    what = "deleted" if isinstance(fate, Delete) else "emptied"
    return f"{what} {fate.after.days} days after its matter has ended: {fate.why}"


def _row(row: Model) -> dict[str, Any]:
    secrets = registry.secrets()
    return {
        field.name: f"not given: {secrets[name]}" if (name := registry.label(field)) in secrets else _plain(field, row)
        for field in row._meta.local_fields
        if not field.auto_created and field.column is not None
    }  # fmt: skip


def _plain(field: Field[Any, Any], row: Model) -> Any:
    """The value as JSON knows it. An account is named by its public id: the inner key never leaves."""
    if field.related_model is get_user_model():
        return str(getattr(row, field.name).uuid)
    value = getattr(row, field.attname)
    return value if value is None or isinstance(value, str | int | float | bool | list | dict) else str(value)
