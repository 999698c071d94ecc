# SPDX-License-Identifier: EUPL-1.2
"""Keys that come from the city's secret key: to encrypt what must be read again, to name what must not be known."""

import base64
import hashlib
import hmac
import ipaddress
from datetime import date

from cryptography.fernet import Fernet
from django.conf import settings


def pseudonym(sender: str, *, on: date) -> str:
    """The same for one sender (see ``receiving.senders``) during one day, and of no use the day after. It looks like an IPv6 address.

    Nobody can come from it: it lies in the range that is set aside for local use.
    """
    key = _key(f"addresses of {on.isoformat()}")
    made = hmac.digest(key, sender.encode(), "sha256")[:7]
    # The first half of an address is what counts as one visitor, so all that is known stands there.
    return str(ipaddress.IPv6Address(b"\xfd" + made + bytes(8)))


def encrypted(secret: str) -> str:
    """A secret as it may lie in the database."""
    return _box().encrypt(secret.encode()).decode()


def decrypted(kept: str) -> str:
    """The secret again. Raises InvalidToken when the city's secret key is another one."""
    return _box().decrypt(kept.encode()).decode()


def _box() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_key("second factors")))


def _key(purpose: str) -> bytes:
    return hashlib.sha256(f"pristan {purpose} {settings.SECRET_KEY}".encode()).digest()
