# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from datetime import timedelta

from pristan.platform.accounts.models import User
from pristan.platform.privacy.retention import Keep, Retention, Strip

YEAR = timedelta(days=365)

RETENTION: Retention = {
    User: {
        "uuid": Keep("opaque: keeps the record of who did what readable as one hand"),
        "is_active": Keep("whether somebody may sign in; says nothing else"),
        "joined_at": Keep("when the account began; needed to read the record"),
        "email": Strip(YEAR, "needed to sign in; a year after the account was closed nobody does"),
        "display_name": Strip(YEAR, "shown beside a colleague's work; not after they have left"),
        "password": Strip(timedelta(0), "useless and dangerous the day an account is closed"),
        "last_login": Strip(YEAR, "finds accounts that nobody uses"),
    },
}
