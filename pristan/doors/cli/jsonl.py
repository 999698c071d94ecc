# SPDX-License-Identifier: EUPL-1.2
"""JSON Lines as a person hands them over: read one by one, each mistake named by file and line."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

MARK = b"\xef\xbb\xbf"  # some programs write it before the first line
LONGEST = 5_000_000  # bytes of a line; a whole book has less


class BadRow(Exception):
    """A row that cannot be used; the message says where, what is wrong, and what a right one looks like."""


def rows(
    path: Path, texts: Sequence[str], *, empty: Sequence[str] = (), other: Sequence[str] = ()
) -> Iterator[dict[str, Any]]:
    """The rows of a file as maps. `texts`: keys that must hold text, and not an empty one but for `empty`. `other`: keys that must be there.

    Unknown keys are left alone, empty lines are skipped. Raises BadRow, OSError.
    """
    with path.open("rb") as lines:
        for number in range(1, 1 << 60):
            line = lines.readline(LONGEST + 1)
            if not line:
                return
            if len(line) > LONGEST:
                raise _bad(path, number, f"the line is longer than {LONGEST:,} bytes", texts)
            line = line.removeprefix(MARK)
            if line.strip():
                yield _row(path, number, line, texts, empty, other)


def _row(
    path: Path, number: int, line: bytes, texts: Sequence[str], empty: Sequence[str], other: Sequence[str]
) -> dict[str, Any]:
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _bad(path, number, f"this is not JSON ({error})", texts) from None
    if not isinstance(row, dict):
        raise _bad(path, number, "this is not an object in braces", texts)
    for key in (*texts, *other):
        if key not in row:
            raise _bad(path, number, f"`{key}` is missing", texts)
    for key in texts:
        if not isinstance(row[key], str) or not (row[key].strip() or key in empty):
            raise _bad(path, number, f"`{key}` must be text and not empty", texts)
    return row


def _bad(path: Path, number: int, what: str, texts: Sequence[str]) -> BadRow:
    example = "{" + ", ".join(f'"{key}": "..."' for key in texts) + "}"
    return BadRow(f"{path}:{number}: {what}. A right line begins like {example}.")
