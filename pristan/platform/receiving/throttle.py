# SPDX-License-Identifier: EUPL-1.2
"""How much is taken from visitors in an hour: from one sender, from the network around it, and in all.

Each sort of thing is counted apart. What is above one's own limit counts for nobody else, and reports of danger have so much room in all that other
reports cannot take it from them. Senders stand in the table under a digest whose key is another one in every hour, the same for all processes.
"""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import connection

from pristan.platform.receiving import senders
from pristan.platform.receiving.models import Tally

HOUR: Final = 3600
_ADD: Final = (
    "INSERT INTO receiving_tally (hour, what, sender, number) VALUES (%s, %s, %s, 1) "
    "ON CONFLICT (hour, what, sender) DO UPDATE SET number = receiving_tally.number + 1 RETURNING number"
)


class TooMany(Exception):
    """So much came from one place, or in all, that something is wrong with it."""


@dataclass(frozen=True)
class Most:
    """How many of a sort are taken in an hour. An office, a library or a shelter sends through one address."""

    from_one: int
    from_site: int
    in_all: int


REPORT: Final = "report"
DANGER: Final = "danger"
CLAIM: Final = "claim"
LOOK_UP: Final = "look_up"
MOST: Final = {
    REPORT: Most(from_one=10, from_site=30, in_all=200),
    DANGER: Most(from_one=10, from_site=30, in_all=2000),
    CLAIM: Most(from_one=10, from_site=30, in_all=200),
    LOOK_UP: Most(from_one=60, from_site=200, in_all=5000),
}


def count(what: str, sender: str, *, at: datetime) -> None:
    """One more of a sort from a sender (see ``senders``). Raises TooMany."""
    hour = hour_of(at)
    for name, most in _rings(what, sender, hour):
        number = _add(hour, what, name)
        if number > most:
            raise TooMany
        if name and number == 1:
            forget(at)


def forget(at: datetime) -> None:
    """Delete the hours that are over. Idempotent: what is gone is gone."""
    Tally.objects.filter(hour__lt=hour_of(at)).delete()


def hour_of(at: datetime) -> int:
    """The hour in which an instant lies, counted from the beginning of 1970."""
    return int(at.timestamp()) // HOUR


def _rings(what: str, sender: str, hour: int) -> Iterator[tuple[str, int]]:
    """From the inside out, so that who is stopped at their own limit takes no room from others."""
    most, site = MOST[what], senders.site(sender)
    yield _name(sender, hour), most.from_one
    if site != sender:
        yield _name(site, hour), most.from_site
    yield "", most.in_all


def _add(hour: int, what: str, name: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [hour, what, name])
        ((number,),) = cursor.fetchall()
    return int(number)


def _name(sender: str, hour: int) -> str:
    key = hashlib.sha256(f"pristan senders of hour {hour} {settings.SECRET_KEY}".encode()).digest()
    return hmac.new(key, sender.encode(), "sha256").hexdigest()
