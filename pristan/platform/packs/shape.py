# SPDX-License-Identifier: EUPL-1.2
"""A shape error of msgspec as a problem a clerk can mend: the line of the very value, and an example of a right one."""

import re

from pristan.platform.packs.files import KeyPath, SourceFile
from pristan.platform.packs.problems import Problem

_PLACE = re.compile(r" - at `(?:key in )?\$(?P<path>[^`]*)`$")
_UNKNOWN = re.compile(r"unknown field `([^`]+)`")
_STEP = re.compile(r"\.([A-Za-z_0-9]+)|\[(\d+)\]|\[\.\.\.\]")
# Fragments of the patterns in the shapes -> how a right value looks.
_MENDS = {
    r"https?://": "Write a whole web address, such as https://www.example.org/page.",
    "[^@": "Write one e-mail address, such as info@example.org.",
    r"^(\+\d": 'Write the number in international form, "+386 1 234 56 78", or a short number, "112"; remarks go to `remark`.',
    r"^\d{4}(-": 'Write a date in quotes: "2026", "2026-03" or "2026-03-01".',
    r"^\d{4}-(0": 'Write a day in quotes: "2026-03-01".',
    "[01]\\d|2": 'Write a range of hours in quotes: "08:00-15:00".',
    "[a-z0-9]+(-": "Ids are small letters, digits and hyphens, such as pro-bono-clinic.",
    r"^\d{1,9}": 'Write the amount in quotes with a point: "133.00".',
    "[a-z]{2,3}": "Write the language as an ISO 639 code, such as sl or sq.",
}


def shape_problem(source: SourceFile, at: KeyPath, error: Exception) -> Problem:
    """The problem for the value at ``at`` that does not have its shape."""
    message = str(error)
    place = _PLACE.search(message)
    keys = (*at, *_keys(place["path"] if place else ""))
    what = _PLACE.sub("", message)
    spot = ".".join(str(key + 1 if isinstance(key, int) else key) for key in keys)
    unknown = _UNKNOWN.findall(what)
    return Problem(source.path, source.line(*keys, *unknown), f"`{spot}`: {_plain(what)}", _mend(what))


def _keys(path: str) -> KeyPath:
    return tuple(int(at) if at else name for name, at in _STEP.findall(path) if name or at)


def _plain(message: str) -> str:
    return (
        re.sub(r"matching regex .*$", "of another form", message)
        .replace("Object contains", "it contains")
        .replace("`str | null`", "text")
        .replace("`str`", "text")
    )


def _mend(message: str) -> str:
    for fragment, mend in _MENDS.items():
        if "matching regex" in message and fragment in message.replace("\\\\", "\\"):
            return mend
    if "unknown field" in message:
        return "Remove the key, or look for its right name in docs/pack.md."
    if "Expected `str" in message:
        return "Write it as text in quotes."
    return "See docs/pack.md for the shape of this field."
