# SPDX-License-Identifier: EUPL-1.2
"""The letter before an account is locked: plain text, in each language of the interface, as nobody keeps which one a person reads."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pristan.platform.accounts.models import User


def send(user: User, locked_at: datetime) -> None:
    """Write to somebody whose account nobody has used for long."""
    parts, subjects = [], []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            day = date_format(locked_at, "DATE_FORMAT")
            subjects.append(_("Your account is not used"))
            parts.append(_("Nobody has signed in to your account for a long time. On %(day)s it will be locked. To keep it, sign in before that day. If you no longer need it, you do not have to do anything.") % {"day": day})  # fmt: skip
    EmailMessage(" / ".join(dict.fromkeys(subjects)), "\n\n".join(dict.fromkeys(parts)), to=[user.email]).send()  # fmt: skip
