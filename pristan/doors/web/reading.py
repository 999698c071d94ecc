# SPDX-License-Identifier: EUPL-1.2
"""How much of a document a reader gets in their own words, and who has looked at those words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any


def texts(part: Any) -> Iterator[Mapping[str, Any]]:
    """Every text (``{"text", "lang", "state"}``) inside a part of a document."""
    if isinstance(part, Mapping):
        if {"text", "lang", "state"} <= part.keys():
            yield part
        else:
            for each in part.values():
                yield from texts(each)
    elif isinstance(part, Sequence) and not isinstance(part, str):
        for each in part:
            yield from texts(each)


def states(body: Mapping[str, Any]) -> dict[str, bool]:
    """Which notes its page owes: ``draft`` (nobody has checked a translation), ``stale``, ``fallback``."""
    own = [each for key, part in body.items() if key != "local_name" for each in texts(part)]
    return {
        "draft": any(each["state"] == "draft" for each in own),
        "stale": any(each["state"] == "stale" for each in own),
        "fallback": any(each["lang"] != body["language"] for each in own),
    }
