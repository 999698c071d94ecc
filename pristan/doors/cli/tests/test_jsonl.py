# SPDX-License-Identifier: EUPL-1.2
"""JSON Lines as people hand them over: what is unusual is read, what is wrong is named by file and line."""

from pathlib import Path

import pytest

from pristan.doors.cli.jsonl import LONGEST, BadRow, rows

KEYS = ("id", "lang", "text")


def read(path: Path, raw: bytes) -> list[dict[str, object]]:
    path.write_bytes(raw)
    return list(rows(path, KEYS, empty=("text",)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "q.jsonl"


GOOD = b'{"id": "1", "lang": "sl", "text": "\xc5\xa1ola"}'


@pytest.mark.parametrize(
    "raw",
    [GOOD, GOOD + b"\n", b"\xef\xbb\xbf" + GOOD, GOOD + b"\r\n", b"\n\n  \n" + GOOD + b"\n\n", b"\t" + GOOD,
     GOOD[:-1] + b', "more": {"a": [1, null]}}', b"\xef\xbb\xbf\n" + GOOD],
    ids=["plain", "newline", "mark at the front", "CRLF", "empty lines", "tab", "unknown keys", "mark alone"],
)  # fmt: skip
def test_unusual_files_are_read(path: Path, raw: bytes) -> None:
    (row,) = read(path, raw)
    assert (row["id"], row["lang"], row["text"]) == ("1", "sl", "šola")


def test_an_empty_file_has_no_rows_and_an_empty_text_is_a_text(path: Path) -> None:
    assert read(path, b"") == []
    assert read(path, b'{"id": "1", "lang": "sl", "text": ""}')[0]["text"] == ""


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"{", "not JSON"), (b'{"id": "1"', "not JSON"), (b"\xff\xfe{", "not JSON"), (b"\x00", "not JSON"), (b'{"id": "\xff"}', "not JSON"), (b"[" * 100_000, "not JSON"),
        (b"[1]", "not an object"), (b'"text"', "not an object"), (b"null", "not an object"),
        (b'{"id": "1", "lang": "sl"}', "`text` is missing"), (b'{"id": 1, "lang": "sl", "text": "a"}', "`id` must be text"),
        (b'{"id": " ", "lang": "sl", "text": "a"}', "`id` must be text"), (b'{"id": "1", "lang": null, "text": "a"}', "`lang` must be text"),
        (b'{"id": "1", "lang": "sl", "text": ["a"]}', "`text` must be text"), (GOOD + GOOD, "not JSON"),
    ],
)  # fmt: skip
def test_a_broken_row_is_named_by_file_and_line_and_shown_how_a_right_one_looks(
    path: Path, raw: bytes, why: str
) -> None:
    with pytest.raises(BadRow) as told:
        read(path, GOOD + b"\n\n" + raw + b"\n" + GOOD)
    assert str(told.value).startswith(f"{path}:3: ")
    assert why in str(told.value)
    assert '{"id": "...", "lang": "...", "text": "..."}' in str(told.value)


def test_a_line_of_five_megabytes_is_read_and_a_longer_one_is_named(path: Path) -> None:
    head = b'{"id": "1", "lang": "sl", "text": "'
    whole = head + b"a" * (LONGEST - len(head) - 3) + b'"}\n'
    assert len(whole) == LONGEST
    assert len(str(read(path, whole)[0]["text"])) > 4_900_000
    with pytest.raises(BadRow, match=r":2: the line is longer"):
        read(path, GOOD + b"\n" + head + b"a" * LONGEST)


def test_rows_stream(path: Path) -> None:
    path.write_bytes(GOOD + b"\n" + b"broken")
    stream = rows(path, KEYS)
    assert next(stream)["id"] == "1"
    with pytest.raises(BadRow):
        next(stream)
