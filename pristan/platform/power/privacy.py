# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from datetime import timedelta

from pristan.platform.accounts.models import User
from pristan.platform.power.models import Grant, Invitation, StaffSession
from pristan.platform.privacy.retention import Ends, Held, Keep, Retention, Secret, Strip

OPAQUE = Keep("an opaque id once the account is stripped; says which hand it was")

RETENTION: Retention = {
    Grant: {
        "user": Keep("an opaque id once the account is stripped; says which hand held the role"),
        **dict.fromkeys(
            ("role", "scope"), Keep("what could be done with the role, to read the record later")
        ),
        **dict.fromkeys(
            ("granted_at", "granted_by", "ended_at", "ended_by"), Keep("who gave and ended it; opaque ids")
        ),
    },
    Invitation: {
        "email": Strip(
            timedelta(days=7), "where the link was sent; emptied when it is accepted, taken back or over"
        ),
        "token_digest": Keep("knows the link again so that it works once; nobody can make the link from it"),
        **dict.fromkeys(("uuid", "role", "scope", "language"), Keep("what somebody was invited to")),
        **dict.fromkeys(("sent_at", "accepted_at", "withdrawn_at"), Keep("what became of it")),
        "invited_by": OPAQUE,
    },
    StaffSession: {
        "user": OPAQUE,
        **dict.fromkeys(
            ("uuid", "reason", "opened_at", "until", "ended_at"),
            Keep("what an administrator had power for, and when; the reason names no person"),
        ),
        "browser": Strip(
            timedelta(0), "knows the browser again in which it is open; emptied when it is over"
        ),
    },
}
ENDS: Ends = {
    Invitation: lambda before: Invitation.objects.filter(sent_at__lte=before),
    StaffSession: lambda before: StaffSession.objects.filter(until__lte=before),
}
HELD: Held = {
    Grant: lambda person: Grant.objects.filter(user__uuid=person),
    StaffSession: lambda person: StaffSession.objects.filter(user__uuid=person),
    Invitation: lambda person: Invitation.objects.filter(
        email__in=User.objects.filter(uuid=person).values("email")
    ),
}
SECRET: Secret = {
    Invitation: {"token_digest": "knows the link again that lets somebody in"},
    StaffSession: {"browser": "knows the browser again in which it is open"},
}
