# SPDX-License-Identifier: EUPL-1.2
"""Bytes of a text file become text: UTF-8, UTF-16, and Windows-1250, in which Excel of this part of the world saves CSV."""

import re

from pristan.platform.tables.errors import BadEncoding

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 4096


def text_of(data: bytes) -> str:
    """The text without its mark. Raises BadEncoding with the line and the character where it breaks."""
    encoding, start = _encoding(data)
    try:
        return data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        before = data[start : start + error.start].decode(encoding, "replace")
        lines = re.split(r"\r\n|\r|\n", before)
        raise BadEncoding(encoding.upper(), len(lines), len(lines[-1]) + 1) from None


def has_mark(data: bytes) -> bool:
    """Does it begin with the mark of an encoding? Then it is a text, however odd."""
    return data.startswith(tuple(mark for mark, _ in _MARKS))


def _encoding(data: bytes) -> tuple[str, int]:
    """Name of the encoding, and where the text begins."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, len(mark)
    if name := _wide(data[:_SAMPLE]):
        return name, 0
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return ("utf-8" if _is_mostly_utf8(data) else "cp1250"), 0
    return "utf-8", 0


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: of a text in Latin letters every second byte is zero."""
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.1 else ""


def _is_mostly_utf8(data: bytes) -> bool:
    """Is this UTF-8 with a broken place, rather than another encoding? Then most of its high bytes fit together."""
    fitting = sum(len(found[0]) for found in _SEQUENCE.finditer(data))
    return fitting * 2 > len(_HIGH.findall(data))
