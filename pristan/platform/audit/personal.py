# SPDX-License-Identifier: EUPL-1.2
"""A net for values of persons: e-mail addresses and what looks like a phone number have no place in the trail.

A net, not a proof: a name goes through it. Whoever calls ``record`` keeps names out of ``why`` and ``about``.
"""

import re
import unicodedata

EMAIL = re.compile(r"\w@\w")
# Not a phone number though made of digits: an opaque id, a day, an instant.
HARMLESS = re.compile(
    r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"
    r"|\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?",
    re.I,
)
# As people write them: a plus, a zero or a bracket before at least seven digits; or nine digits, in groups perhaps, but not
# with the stroke of the numbers that offices give to cases (90000-4/2025-16).
PHONE = re.compile(r"(?<![\w./-])(?:(?:\+|\(|0)(?:[\s()./–-]*\d){7,}|\d(?:[\s().–-]*\d){8,})(?!\w)")


def found_in(text: str) -> str:
    """What of a person a text seems to hold: ``an e-mail address``, ``a phone number``, or nothing."""
    plain = unicodedata.normalize("NFKC", text)
    if EMAIL.search(plain):
        return "an e-mail address"
    return "a phone number" if PHONE.search(HARMLESS.sub(" ", plain)) else ""
