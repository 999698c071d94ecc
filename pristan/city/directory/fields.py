# SPDX-License-Identifier: EUPL-1.2
"""A field of an entry: its name in the pack, and how it is kept in rows and read back.

One list, :data:`FIELDS`, serves the load of a pack, its export, the digests that find edits, and the services that edit:
whatever writes or compares an entry does it field by field through here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Model

from pristan.city.directory import locations, models

Value = Any


class Field(Protocol):
    """How one field is kept."""

    @property
    def name(self) -> str:
        """The name of the field in the pack."""

    def read(self, entry: models.Entry) -> Value:
        """The value as plain data in canonical form; None when nothing is said. Uses prefetched rows."""


@dataclass(frozen=True)
class Column:
    """A field kept in one column of the entry; empty values are absent."""

    name: str
    empty: Any = ""

    def read(self, entry: models.Entry) -> Value:
        value = getattr(entry, self.name)
        return None if value == self.empty or value is None else value

    def columns(self, value: Value) -> dict[str, Any]:
        """Column -> what to write; None writes the empty value."""
        return {self.name: self.empty if value is None else value}


@dataclass(frozen=True)
class OrganizationField:
    """Who runs it, in two columns."""

    name: str = "organization"

    def read(self, entry: models.Entry) -> Value:
        if not entry.organization_name:
            return None
        key = {"entry": entry.organization_key} if entry.organization_key else {}
        return {"name": entry.organization_name, **key}

    def columns(self, value: Value) -> dict[str, Any]:
        """Both columns."""
        value = value or {}
        return {"organization_name": value.get("name", ""), "organization_key": value.get("entry", "")}


@dataclass(frozen=True)
class LocationsField:
    """Where: rows that link to locations, which exist once however many entries are found there."""

    name: str = "locations"
    related: str = "serviceatlocation_rows"

    def read(self, entry: models.Entry) -> Value:
        links = sorted(getattr(entry, listed(self.related)), key=lambda row: row.position)
        return [locations.read(link) for link in links] or None

    def read_columns(self) -> set[str]:
        """What a row must have to be read."""
        return {"position", *locations.COLUMNS}


def listed(related: str) -> str:
    """Where ``reading.loaded`` puts the rows of a relation: a plain list, a tenth of the cost of asking a manager."""
    return f"listed_{related}"


def _identity(value: Any) -> Any:
    return value


@dataclass(frozen=True)
class Rows:
    """A field kept in rows of a model of its own: a list of maps, of plain values, or one map.

    ``keys``: pack key -> column. ``scalar``: the one column of a list of plain values. ``is_one``: one map, not a list.
    ``fixed``: columns that tell this field's rows from others in the same model.
    """

    name: str
    model: type[Model]
    keys: Mapping[str, str] = field(default_factory=dict)
    scalar: str = ""
    is_one: bool = False
    fixed: Mapping[str, Any] = field(default_factory=dict)
    to_column: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)
    from_column: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)

    @cached_property
    def related(self) -> str:
        """The name under which the entry reaches these rows."""
        field: Any = self.model._meta.get_field("entry")
        return str(field.remote_field.related_name)

    def rows(self, entry: UUID, value: Value) -> list[dict[str, Any]]:
        """The columns of the rows for a value in canonical form."""
        if value is None:
            return []
        if self.is_one:
            return [{"entry_id": entry, **self._columns(value)}]
        return [
            {"entry_id": entry, "position": at, **self.fixed, **self._columns(item)}
            for at, item in enumerate(value, 1)
        ]

    def read(self, entry: models.Entry) -> Value:
        if self.is_one:
            row = getattr(entry, self.related, None)
            return self._item(row) if row else None
        rows = getattr(entry, listed(self.related))
        found = [row for row in rows if self._is_mine(row)] if self.fixed else rows
        return [self._item(row) for row in sorted(found, key=lambda row: row.position)] or None

    def read_columns(self) -> set[str]:
        """What a row must have to be read."""
        return {"position", *self.fixed, *([self.scalar] if self.scalar else self.keys.values())}

    def _columns(self, item: Any) -> dict[str, Any]:
        if self.scalar:
            return {self.scalar: item}
        given = ((self.keys[key], value) for key, value in item.items())
        return {column: self.to_column.get(column, _identity)(value) for column, value in given}

    def _item(self, row: Any) -> Any:
        if self.scalar:
            return getattr(row, self.scalar)
        pairs = ((key, getattr(row, column), column) for key, column in self.keys.items())
        return {
            key: self.from_column.get(column, _identity)(value)
            for key, value, column in pairs
            if not _is_empty(value)
        }

    def _is_mine(self, row: Any) -> bool:
        return all(getattr(row, column) == value for column, value in self.fixed.items())


def _is_empty(value: Any) -> bool:
    return value is None or value is False or value in ("", [], {})


@dataclass(frozen=True)
class MapRows(Rows):
    """Rows whose pack form is a map; ``by`` is the column that holds its keys (attributes, provenance)."""

    by: str = ""

    def rows(self, entry: UUID, value: Value) -> list[dict[str, Any]]:
        pairs = enumerate((value or {}).items(), 1)
        return [
            {"entry_id": entry, "position": at, self.by: key, **self._columns(item)}
            for at, (key, item) in pairs
        ]

    def read(self, entry: models.Entry) -> Value:
        found = sorted(getattr(entry, listed(self.related)), key=lambda row: row.position)
        return {getattr(row, self.by): self._item(row) for row in found} or None

    def read_columns(self) -> set[str]:
        return super().read_columns() | {self.by}


def _keys(*names: str, **renamed: str) -> dict[str, str]:
    return {name: name for name in names} | {pack.rstrip("_"): column for pack, column in renamed.items()}


_AMOUNT = {"amount": Decimal}
_AMOUNT_TEXT: dict[str, Callable[[Any], Any]] = {"amount": lambda value: f"{value:.2f}"}


FIELDS: tuple[Field, ...] = (
    Column("kind"),
    Column("language"),
    Rows("aliases", models.EntryAddress, scalar="slug", fixed={"role": "alias"}),
    Column("name"),
    Rows("alternate_names", models.AlternateName, scalar="name"),
    Column("summary"),
    OrganizationField(),
    Rows("needs", models.ConceptUse, scalar="concept", fixed={"scheme": "needs"}),
    Rows("audiences", models.ConceptUse, scalar="concept", fixed={"scheme": "audiences"}),
    Rows("subjects", models.ConceptUse, scalar="concept", fixed={"scheme": "subjects"}),
    Column("is_sensitive", False),
    Column("is_location_secret", False),
    Column("website"),
    Column("email"),
    Rows("phones", models.Phone, _keys("number", "remark", "as_of")),
    Rows("contacts", models.Contact, _keys("name", "email", "phone", "remark")),
    LocationsField(),
    Rows(
        "schedule",
        models.Schedule,
        _keys(
            "text",
            "weekly",
            "is_always",
            "by_appointment",
            "on_holidays",
            "as_of",
            "exceptions",
            "valid_from",
            "valid_to",
        ),
        is_one=True,
    ),
    Rows(
        "costs",
        models.CostOption,
        _keys("amount", "currency", "option", "text"),
        to_column=_AMOUNT,
        from_column=_AMOUNT_TEXT,
    ),
    Column("is_free"),
    Rows("documents", models.RequiredDocument, _keys("text")),
    Rows("languages", models.Language, scalar="code"),
    MapRows("attributes", models.Attribute, scalar="value", by="name"),
    Rows(
        "eligibility",
        models.Eligibility,
        _keys(
            "text",
            "legal_status",
            "legal_status_named",
            "age_min",
            "age_max",
            "residence",
            "insurance",
            "remark",
            "other",
        ),
        is_one=True,
    ),
    Column("is_open_to_all", None),
    Rows("funding", models.Funding, _keys("text")),
    Rows("relations", models.Relation, _keys("type", "to")),
    Rows(
        "procedure",
        models.Procedure,
        _keys(
            "category",
            "applies_to",
            "prerequisites",
            "prerequisites_mode",
            "prerequisites_strength",
            "deadline",
            "place",
            "legal_basis",
            "unlocks",
            "plan",
        ),
        is_one=True,
    ),
    Rows("right", models.Right, _keys("code", "cells"), is_one=True),
    Rows(
        "status",
        models.Status,
        _keys("code", "is_overlay", "is_minor", "not_with", "proof", "next", "legal_basis"),
        is_one=True,
    ),
    Rows("sources", models.Source, _keys("url", "date", "kind", "content_not_before", "note")),
    Column("confidence"),
    Column("as_of"),
    Column("as_of_basis"),
    Column("recheck_reason"),
    MapRows("provenance", models.FieldProvenance, _keys("sources", "as_of", "confidence"), by="field"),
    Column("to_be_confirmed", []),
    Rows(
        "other_statements",
        models.OtherStatement,
        _keys("field", "text", "sources", "as_of", "confidence", from_="said_by"),
    ),
    Column("editors", {}),
)


def by_name(names: Iterable[str]) -> Sequence[Field]:
    """The fields with these names, in their order."""
    wanted = set(names)
    return [each for each in FIELDS if each.name in wanted]
