# SPDX-License-Identifier: EUPL-1.2
"""The steps of a plan as the fragment of an address, for a QR code. A browser never sends a fragment; no row stands behind it.

`#p=12.0fXa9K`: the version of the dataset, then a set of bits. The set has 2^18 places; a step's place is the beginning of the SHA-256
of its id. Of so many places few hold a one, so the places of the ones are written, three characters (base64url) each, in order.
A place depends on its step alone: a sheet that is scanned a year later still finds the steps that are there, and no other.
`static/ui/steps.js` reads it.
"""

import hashlib
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable

KEY = "p"
_PLACE = 3  # characters
_FORM = re.compile(rf"{KEY}=(\d{{1,15}})\.((?:[\w-]{{{_PLACE}}})*)", re.ASCII)


class Broken(ValueError):
    """This is no fragment of ours, or a part of one."""


def place(step: str) -> str:
    """Where the bit of a step stands: 18 bits as three characters."""
    return urlsafe_b64encode(hashlib.sha256(step.encode()).digest()[:3])[:_PLACE].decode()


def encode(version: int, steps: Iterable[str]) -> str:
    """The fragment of these steps (their ids), without the ``#``."""
    return f"{KEY}={version}.{''.join(sorted({place(each) for each in steps}))}"


def decode(fragment: str, known: Iterable[str]) -> tuple[int, frozenset[str], int]:
    """(version, those of the known steps that are in it, how many are in it that nobody knows any more). Raises Broken."""
    found = _FORM.fullmatch(fragment)
    if not found:
        raise Broken(fragment)
    places = {found[2][at : at + _PLACE] for at in range(0, len(found[2]), _PLACE)}
    steps = {place(each): each for each in known}
    return (
        int(found[1]),
        frozenset(steps[each] for each in places & steps.keys()),
        len(places - steps.keys()),
    )
