# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL packs what readers get with LZ4 where it can; a server that cannot is as good as before."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.db.migrations import RunPython

from pristan.platform import packing
from pristan.platform.published.models import Document
from pristan.platform.search.models import Row

PACKED = "SELECT attcompression FROM pg_attribute WHERE attrelid = %s::regclass AND attname = %s"
OFFERED = "SELECT 'lz4' = ANY(enumvals) FROM pg_settings WHERE name = 'default_toast_compression'"


def asked(sql: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "column"), [(Document, "body"), (Document, "card"), (Document, "facets"), (Row, "tokens")]
)
def test_long_values_are_packed_so_where_the_server_can(model: Any, column: str) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite packs nothing")
    assert asked(PACKED, model._meta.db_table, column) == ("l" if asked(OFFERED) else "")


@pytest.mark.django_db
def test_a_server_that_cannot_is_left_as_it_is() -> None:
    (step,) = said(packing.lightly("published_document", "body"), "postgresql")
    assert said(packing.lightly("published_document", "body"), "sqlite") == []
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(step.replace("ALTER TABLE", "RAISE feature_not_supported; ALTER TABLE"))
    assert "EXCEPTION WHEN feature_not_supported" in step


def said(step: RunPython, vendor: str) -> list[str]:
    """The statements of a step."""
    told: list[str] = []
    step.code(None, SimpleNamespace(connection=SimpleNamespace(vendor=vendor), execute=told.append))
    return told
