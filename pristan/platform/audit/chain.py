# SPDX-License-Identifier: EUPL-1.2
"""What a seal is made of: no database here, so that anybody can compute it again.

The digest of a seal is SHA-256 over the former digest (64 hexadecimal digits) and the entry's canonical bytes: the JSON
array of its fields in the order of ``COVERED``, without spaces, in UTF-8, the time in UTC with six digits of a second.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

GENESIS = "0" * 64  # what stands before the first seal
COVERED = ("number", "what", "actor_kind", "actor_id", "about_kind", "about_key", "why", "at")
_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(frozen=True)
class Head:
    """The end of a chain, or of a piece of it: kept off site, it shows later that nothing before it was changed."""

    position: int
    digest: str

    def __str__(self) -> str:
        return f"{self.position}:{self.digest}"


START = Head(0, GENESIS)


def canonical(row: Sequence[Any]) -> bytes:
    """The bytes of an entry, given the values of ``COVERED``."""
    *values, at = row
    return msgspec.json.encode([*values, _instant(at)])


def link(former: str, row: Sequence[Any]) -> str:
    """The digest of the seal of an entry that follows the seal with the digest ``former``."""
    return hashlib.sha256(former.encode() + canonical(row)).hexdigest()


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime(_TIME)
