# SPDX-License-Identifier: EUPL-1.2
"""Codes that people see in addresses and that say nothing about what they lead to."""

import base64
import hashlib
from uuid import UUID

LENGTH = 10


def opaque(uuid: UUID) -> str:
    """Ten lower-case letters and digits for a thing: the same thing, the same code, and no way back.

    Base32 without padding over SHA-256 of the id: 50 bits, so that a hundred thousand entries
    collide with a chance below 1 in 200,000 (a unique column catches the rest).
    """
    digest = hashlib.sha256(b"pristan:" + uuid.bytes).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:LENGTH]
