# SPDX-License-Identifier: EUPL-1.2
"""The code with which somebody asks what became of what they sent: easy to copy by hand, stored as a keyed digest only."""

import hmac
import secrets
from typing import Final

from django.conf import settings

# Without letters and digits that look or sound alike, and without vowels that could make words.
LETTERS: Final = "BCDFGHJKMNPQRSTVWXZ23456789"
LENGTH: Final = 12
GROUP: Final = 4


def new() -> str:
    """A code in groups, as in ``KB7D-XM2P-9RTC``: 57 bits, which nobody guesses through a form."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return "-".join(letters[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def digest(code: str, *, of: str) -> str:
    """What is stored of a code ``of`` a report or a claim; spaces, hyphens and the case of letters do not matter."""
    plain = "".join(letter for letter in code.upper() if letter in LETTERS)
    return hmac.new(settings.SECRET_KEY.encode(), f"{of} {plain}".encode(), "sha256").hexdigest()
