# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from pristan.platform.privacy.models import Leaving
from pristan.platform.privacy.retention import Held, Keep, Retention

RETENTION: Retention = {
    Leaving: {
        "person": Keep("an opaque id: once the account is stripped it leads nowhere"),
        **dict.fromkeys(
            ("warned_at", "ended_at", "returned_at"),
            Keep("from when the time of forgetting runs; says nothing else"),
        ),
        "why": Keep("why somebody was erased: their right to it must be shown later; no name is asked for"),
    },
}
HELD: Held = {Leaving: lambda person: Leaving.objects.filter(person=person)}
