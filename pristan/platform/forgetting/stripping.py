# SPDX-License-Identifier: EUPL-1.2
"""Empty a field of some rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import CharField, Model, QuerySet, TextField

from pristan.platform.forgetting.errors import CannotEmpty
from pristan.platform.privacy import registry


def blank(model: type[Model], name: str) -> Callable[[Any], Any]:
    """What stands in a stripped field of a row: as its app says, else null, else nothing. Raises CannotEmpty."""
    label = f"{model._meta.label}.{name}"
    if said := registry.blanks().get(label):
        return said
    field = model._meta.get_field(name)
    if getattr(field, "null", False):
        return lambda row: None
    if isinstance(field, CharField | TextField) and not field.unique:
        return lambda row: ""
    raise CannotEmpty(label)


def strip(rows: QuerySet[Any, Any], name: str) -> int:
    """Empty the field where it is not yet. Returns in how many rows."""
    emptied = blank(rows.model, name)
    count = 0
    for row in rows.iterator():
        value = emptied(row)
        if getattr(row, name) != value:
            rows.model._base_manager.filter(pk=row.pk).update(**{name: value})
            count += 1
    return count
