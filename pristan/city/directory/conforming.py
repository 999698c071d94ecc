# SPDX-License-Identifier: EUPL-1.2
"""Values of fields in their canonical form, whoever sends them."""

from typing import Any

import msgspec

from pristan.city.directory import shapes, translated
from pristan.city.directory.models.entry import KINDS
from pristan.city.directory.refusals import FieldRefused


def conform(name: str, value: Any) -> Any:
    """The value of a field, or of a translation (``texts.<language>.<path>``), in canonical form. Raises FieldRefused."""
    if translated.is_translation(name):
        return translated.conform(name, value)
    if name == "kind":
        return _kind(value)
    if name not in shapes.ENTRY or name == "id":
        raise FieldRefused(f"`{name}` is no field of an entry. The fields are: {', '.join(shapes.ENTRY)}.")
    try:
        return shapes.conform(name, value)
    except msgspec.ValidationError as error:
        raise FieldRefused(f"`{name}`: {error}. docs/pack.md says what this field holds.") from error


def _kind(value: Any) -> str:
    if value not in KINDS:
        raise FieldRefused(f"`{value}` is no kind of entry. The kinds are: {', '.join(KINDS)}.")
    return str(value)
