# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from pristan.platform.lifecycle.models import TransitionLog
from pristan.platform.privacy.retention import Held, Keep, Retention

RETENTION: Retention = {
    TransitionLog: {
        **dict.fromkeys(
            ("thing_kind", "thing", "from_state", "to_state", "at", "why"),
            Keep("the history of a public thing; says nothing about a person"),
        ),
        **dict.fromkeys(
            ("actor_kind", "actor_id"),
            Keep("an opaque id: once the person's own row is gone it leads nowhere"),
        ),
    },
}
HELD: Held = {
    TransitionLog: lambda person: TransitionLog.objects.filter(actor_kind="person", actor_id=str(person)),
}
