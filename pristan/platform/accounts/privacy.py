# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from datetime import datetime, timedelta

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import QuerySet

from pristan.platform.accounts.models import User
from pristan.platform.accounts.names import ERASED
from pristan.platform.privacy.models import Leaving
from pristan.platform.privacy.retention import Blanks, Ends, Held, Keep, Retention, Secret, Strip

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


def closed(before: datetime) -> QuerySet[User]:
    """The accounts that were closed by then and are so still."""
    gone = Leaving.objects.filter(ended_at__lte=before).values("person")
    return User.objects.filter(is_active=False, uuid__in=gone)


ENDS: Ends = {User: closed}
HELD: Held = {User: lambda person: User.objects.filter(uuid=person)}
SECRET: Secret = {User: {"password": "opens the account, even as a digest"}}
BLANKS: Blanks = {
    User: {
        "email": lambda user: f"{user.uuid.hex}@erased.invalid",
        "display_name": lambda user: ERASED,
        "password": lambda user: UNUSABLE_PASSWORD_PREFIX,
    },
}
