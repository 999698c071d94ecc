# SPDX-License-Identifier: EUPL-1.2
"""Sheets for tests: as a clerk would send them, and what becomes of them."""

from io import BytesIO
from typing import Any

import openpyxl

from pristan.city.directory.sheets import drafts, importing, reading, template
from pristan.city.directory.sheets.planning import Plan, plan
from pristan.city.directory.tests.minipack import AT
from pristan.platform.accounts.actors import Actor, Power
from pristan.platform.tables.csv_out import csv_chunks
from pristan.platform.tables.values import Table

EDITOR = Actor("person", "e0000000-0000-4000-8000-000000000001", powers=frozenset({Power("city_editor", "")}))
MEMBER = Actor("person", "e0000000-0000-4000-8000-000000000002", powers=frozenset({Power("organization_editor", "org")}))  # fmt: skip
STRANGER = Actor("person", "e0000000-0000-4000-8000-000000000003", powers=frozenset({Power("organization_editor", "other")}))  # fmt: skip
NEW = {"name": "Svetovalnica", "kind": "service", "needs": "Papirji", "source": "https://example.org/s"}


def csv(*rows: dict[str, Any]) -> bytes:
    """A CSV with a column for each key that any row has."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    cells = [[row.get(column, "") for column in columns] for row in rows]
    return b"".join(csv_chunks(Table("t", columns, cells)))


def dry(*rows: dict[str, Any], actor: Actor = EDITOR, choices: dict[str, str] | None = None, language: str = "sl") -> Plan:  # fmt: skip
    """The dry run of these rows."""
    return plan(reading.given(csv(*rows)), choices or {}, actor=actor, language=language)


def slips(found: Plan) -> dict[str, str]:
    """Cell -> what is wrong."""
    return {slip.cell: slip.what for slip in found.slips}


def written(*rows: dict[str, Any], actor: Actor = EDITOR, choices: dict[str, str] | None = None) -> dict[str, int]:  # fmt: skip
    """Send, answer, write; how many became what."""
    draft = drafts.keep(reading.given(csv(*rows)), language="sl", actor=actor, at=AT)
    drafts.answer(draft, choices or {})
    outcome: dict[str, int] = importing.write(uuid=draft.uuid, actor=actor, at=AT).outcome
    return outcome


def workbook(actor: Actor | None = None, language: str = "sl") -> bytes:
    """The template; with an actor, their entries."""
    out = BytesIO()
    entries = template.own_entries(actor) if actor else {}
    template.write(out, language=language, entries=entries, made=AT)
    return out.getvalue()


def retyped(data: bytes, change: Any) -> bytes:
    """The workbook after somebody changed its first sheet in a spreadsheet program."""
    book = openpyxl.load_workbook(BytesIO(data))
    change(book.worksheets[0])
    out = BytesIO()
    book.save(out)
    return out.getvalue()
