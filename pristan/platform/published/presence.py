# SPDX-License-Identifier: EUPL-1.2
"""Is the database still the one that this process opened?

A process that holds a SQLite file open reads on from it after it was removed or replaced: it would show an old city for days,
and opening the name again would make a new, empty file. PostgreSQL says itself when it is gone.
"""

from pathlib import Path

from django.db import OperationalError, connection


def look() -> None:
    """Raise OperationalError when the file is gone; read from the new one when it was replaced."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or connection.in_atomic_block or name.startswith((":", "file:")):
        return
    try:
        found = Path(name).stat()
    except FileNotFoundError as missing:
        connection.close()
        raise OperationalError("the database file is gone") from missing
    opened, file = connection.__dict__.get("_opened_file", (None, None))
    if opened is not None and opened is connection.connection and file != (found.st_dev, found.st_ino):
        connection.close()
    connection.ensure_connection()
    if opened is not connection.connection:
        connection.__dict__["_opened_file"] = (connection.connection, (found.st_dev, found.st_ino))
