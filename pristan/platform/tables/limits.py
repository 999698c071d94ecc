# SPDX-License-Identifier: EUPL-1.2
"""How large a sheet may be that somebody sends. Each has a setting (docs/operations.md)."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Limits:
    """Bytes of the file, bytes after unpacking, rows with the header, columns, characters of one cell."""

    file: int = 10_000_000
    unpacked: int = 200_000_000
    rows: int = 20_000
    columns: int = 200
    text: int = 32_767


def limits() -> Limits:
    """The limits of this city."""
    megabytes = settings.SHEET_MEGABYTES
    return Limits(file=megabytes * 1_000_000, unpacked=megabytes * 20_000_000, rows=settings.SHEET_ROWS)
