# SPDX-License-Identifier: EUPL-1.2
"""How much is taken from visitors: per network address, which is kept as a keyed digest for an hour, and in all.

The key is made when the process starts and is never written down: what is kept of an address cannot be turned back.
"""

import hmac
import secrets
from typing import Final

from django.core.cache import cache

HOUR: Final = 3600
MOST_FROM_ONE: Final = 10  # an office, a library or a shelter sends through one address
MOST_IN_ALL: Final = 200
_KEY: Final = secrets.token_bytes(32)


class TooMany(Exception):
    """So much came from one place, or in all, that something is wrong with it."""


def count(address: str) -> None:
    """One more. Raises TooMany."""
    own = hmac.new(_KEY, address.encode(), "sha256").hexdigest()[:24]
    for name, most in ((f"received-{own}", MOST_FROM_ONE), ("received-all", MOST_IN_ALL)):
        cache.add(name, 0, HOUR)
        try:
            if cache.incr(name) > most:
                raise TooMany
        except ValueError:  # it ended between the two calls
            cache.set(name, 1, HOUR)
