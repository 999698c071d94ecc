# SPDX-License-Identifier: EUPL-1.2
"""The database itself refuses to change or remove what is on record, on both engines."""

import pytest
from django.db import IntegrityError, connection, transaction

from pristan.platform.audit import guards, sealing
from pristan.platform.audit.models import AuditEntry, Seal
from pristan.platform.audit.tests.kit import record, sql
from pristan.platform.audit.verifying import verify

pytestmark = pytest.mark.django_db
CHANGES = ("UPDATE audit_auditentry SET why = 'x'", "UPDATE audit_seal SET digest = 'x'")
REMOVALS = ("DELETE FROM audit_auditentry", "DELETE FROM audit_seal WHERE position = 1")


def refused(statement: str) -> None:
    """The database says no, and says why."""
    with pytest.raises(IntegrityError, match="never changed or removed"), transaction.atomic():
        sql(statement)


@pytest.fixture
def on_record() -> None:
    record()
    sealing.seal()


@pytest.mark.parametrize("statement", CHANGES)
def test_a_migrated_database_refuses_changes(on_record: None, statement: str) -> None:
    refused(statement)
    assert verify().is_whole


@pytest.mark.parametrize("statement", REMOVALS)
def test_removals_are_refused(on_record: None, statement: str) -> None:
    guards.lay()
    refused(statement)
    assert (AuditEntry.objects.count(), Seal.objects.count()) == (1, 1)


@pytest.mark.parametrize("table", guards.TABLES)
def test_a_table_is_not_emptied_at_once(on_record: None, table: str) -> None:
    guards.lay()
    refused(f"TRUNCATE {table}" if connection.vendor == "postgresql" else f"DELETE FROM {table}")


def test_laying_them_twice_is_no_matter(on_record: None) -> None:
    guards.lay()
    guards.lay()
    refused(CHANGES[0])


def test_entries_and_seals_are_still_added(on_record: None) -> None:
    guards.lay()
    record("second")
    assert sealing.seal() == 1


def test_what_is_lifted_is_no_longer_refused(on_record: None) -> None:
    guards.lay()
    guards.lift()
    sql(CHANGES[0])
    assert AuditEntry.objects.get().why == "x"
