# SPDX-License-Identifier: EUPL-1.2
"""What was removed for good may not come back. Only keyed digests of it are known: texts are compared form by form."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.utils.crypto import salted_hmac

from pristan.core.traces import form, lines
from pristan.platform.review.errors import RemovedForGood
from pristan.platform.review.models import Purge

_SALT = "pristan.platform.review.barred"
WHY = (
    "Something in it was removed for good and may not come back. Ask a city editor what it was; leave it out."
)


def of(value: str) -> tuple[str, int]:
    """(digest, number of words) of a value that somebody typed. With another SECRET_KEY another, and then it is not known again."""
    found = form(value)
    return _digest(_key(), str(found)), len(found.words)


def guard() -> Callable[[str], Sequence[int]] | None:
    """A text -> the lines in which stands what was removed; None where nothing ever was (see ``packs.guards``)."""
    known = _known()
    if not known:
        return None
    key, digests, lengths = _key(), set(known), set(known.values())
    seen: dict[str, bool] = {}

    def is_known(found: str) -> bool:
        if found not in seen:
            seen[found] = _digest(key, found) in digests
        return seen[found]

    return lambda text: lines(text, lengths, is_known)


def refuse(fields: Mapping[str, Any]) -> None:
    """Raises RemovedForGood for the first field in which stands what was removed."""
    look = guard()
    if look is None:
        return
    for name, value in fields.items():
        if any(look(text) for text in _strings(value)):
            raise RemovedForGood(name, WHY)


def _known() -> dict[str, int]:
    return dict(Purge.objects.filter(state="done").values_list("digest", "length"))


def _key() -> bytes:
    return salted_hmac(_SALT, "", algorithm="sha256").digest()


def _digest(key: bytes, found: str) -> str:
    return hashlib.blake2b(found.encode(), key=key, digest_size=32).hexdigest()


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return [text for each in inner for text in _strings(each)]
