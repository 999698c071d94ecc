# SPDX-License-Identifier: EUPL-1.2
"""How long a session lasts: until nobody was there for a while, and never longer than a working day."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

BEGAN, SEEN = "began", "seen"
# How exactly it is kept when somebody was last here, in seconds: not every request need write.
GRAIN = 30


def begin(session: SessionBase, at: datetime) -> None:
    """Somebody has signed in."""
    session.update({BEGAN: int(at.timestamp()), SEEN: int(at.timestamp())})


def is_over(session: SessionBase, at: datetime) -> bool:
    """Has the session lasted too long, or was nobody there for too long? Keeps in mind that somebody is now."""
    now = int(at.timestamp())
    began, seen = session.get(BEGAN, now), session.get(SEEN, now)
    idle = timedelta(minutes=settings.IDLE_MINUTES).total_seconds()
    if now - seen > idle or now - began > settings.SESSION_LENGTH.total_seconds():
        return True
    if BEGAN not in session or abs(now - seen) >= GRAIN:
        session.update({BEGAN: began, SEEN: now})
    return False
