# SPDX-License-Identifier: EUPL-1.2
"""What we write by e-mail: plain text, in the reader's language, and no more about anybody than is needed."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pristan.platform.ui.requestlog import report

CHANGED = _("If it was not you, set a new password at once and tell an administrator.")
# What is told to the owner of an account, by allauth's name for the occasion.
NOTICES = {
    "account/email/password_changed": _("Your password was changed."),
    "account/email/password_reset": _("Your password was changed by a link that we sent to you."),
    "account/email/password_set": _("Your account now has a password."),
    "mfa/email/totp_activated": _("An app for codes was added to your account."),
    "mfa/email/totp_deactivated": _("The app for codes was removed from your account."),
    "mfa/email/webauthn_added": _("A passkey was added to your account."),
    "mfa/email/webauthn_removed": _("A passkey was removed from your account."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made for your account."),
    "socialaccount/email/account_connected": _(
        "The sign-in of your organisation was connected to your account."
    ),
}


def notice(occasion: str, to: str) -> EmailMessage:
    """Something happened to the reader's own account."""
    subject = gettext("Your account was changed")
    return _letter(to, subject, str(NOTICES[occasion]), str(CHANGED))


def reset(to: str, link: str) -> EmailMessage:
    """The link by which somebody sets a new password."""
    subject = gettext("A new password")
    return _letter(
        to,
        subject,
        gettext("Somebody asked for a new password for your account. This link works for one hour:"),
        link,
        gettext("If it was not you, do nothing: the old password stays."),
    )


def invitation(to: str, link: str, role: str, city: str) -> EmailMessage:
    """An invitation to work here."""
    subject = gettext("You are invited")
    return _letter(
        to,
        subject,
        gettext("You are invited to work in %(city)s. Your role: %(role)s.") % {"city": city, "role": role},
        gettext("This link works once, for seven days:"),
        link,
        gettext("If you do not expect this, do nothing."),
    )


def send(message: EmailMessage) -> None:
    """Send it beside the request: how long an answer takes must not tell whether there was anybody to write to."""
    if settings.MAIL_IN_BACKGROUND:
        _postman().submit(_send, message)
    else:
        _send(message)


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except Exception as error:  # whatever a mail server does, the person's page stands
        report(error)


@cache
def _postman() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")


def _letter(to: str, subject: str, *paragraphs: str) -> EmailMessage:
    return EmailMessage(subject, "\n\n".join(paragraphs) + "\n", settings.DEFAULT_FROM_EMAIL, [to])
