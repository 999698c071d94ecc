# SPDX-License-Identifier: EUPL-1.2
"""What time does here."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from pristan.platform.ticks.jobs import Daily, Job


def sweep_sessions(at: datetime) -> None:
    """Delete sessions that are over, and what was kept beside them. Idempotent: what is gone is gone."""
    Session.objects.filter(expire_date__lte=at).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()


JOBS = (Job("staff.sessions", Daily(catches_up="last"), sweep_sessions),)
