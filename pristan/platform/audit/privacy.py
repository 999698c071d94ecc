# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from pristan.platform.audit.models import AuditEntry, Seal
from pristan.platform.privacy.retention import Held, Keep, Retention

RETENTION: Retention = {
    AuditEntry: {
        **dict.fromkeys(
            ("number", "what", "about_kind", "about_key", "why", "at"),
            Keep("the record of what was done; names things by their keys, never a person's data"),
        ),
        **dict.fromkeys(
            ("actor_kind", "actor_id"),
            Keep("an opaque id: once the person's own row is gone it leads nowhere"),
        ),
    },
    Seal: dict.fromkeys(
        ("position", "entry", "digest"),
        Keep("shows that no entry was changed; of a person nothing but what the entry itself holds"),
    ),
}
HELD: Held = {
    AuditEntry: lambda person: AuditEntry.objects.filter(actor_kind="person", actor_id=str(person)),
}
