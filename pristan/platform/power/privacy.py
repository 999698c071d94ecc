# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from pristan.platform.power.models import Grant
from pristan.platform.privacy.retention import Keep, Retention

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
}
