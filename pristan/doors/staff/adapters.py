# SPDX-License-Identifier: EUPL-1.2
"""How allauth works here: nobody signs up, addresses are pseudonyms, secrets are encrypted."""

from typing import Any

import requests
import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pristan.doors.staff import mail, outside, secrecy
from pristan.doors.staff.clock import BEGAN
from pristan.doors.staff.notes import NOTES
from pristan.platform.accounts.models import User
from pristan.platform.receiving import senders

TAKING_AWAY = ("mfa_deactivate_totp", "mfa_remove_webauthn", "staff:forget")
NOT_YOURS = _("This is not your password.")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come by invitation only, and an address that somebody comes from is never kept."""

    error_messages = DefaultAccountAdapter.error_messages | {
        # The same words whether the account, the password or both are wrong.
        "email_password_mismatch": _("This e-mail address and password do not go together."),
        "incorrect_password": NOT_YOURS,
        "enter_current_password": NOT_YOURS,
        "invalid_password_reset": _("This link does not work any more. Ask for a new one."),
        "too_many_login_attempts": _(
            "There were too many attempts for this account. Try again in ten minutes, or sign in with a passkey."
        ),
        "rate_limited": _("There were too many attempts. Try again in ten minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for themselves."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """A pseudonym in the form of an address: it limits attempts for a day, and leads nobody back."""
        return secrecy.pseudonym(senders.sender(request), on=timezone.now().date())

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Before keys change, unless somebody signed in a moment ago; before one is taken away, always."""
        request: Any = context.request
        if request.resolver_match.view_name in TAKING_AWAY:
            return True
        began = request.session.get(BEGAN, 0)
        return bool(request.at.timestamp() - began >= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)

    def reauthenticate(self, user: User, password: str) -> bool:
        """Is this the password of the person who is signed in?"""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *rest: Any,
        message: str | None = None,
        **more: Any,
    ) -> None:
        """Our words for what happened; nothing where we have none to say."""
        if told := message or NOTES.get(message_template or ""):
            messages.add_message(request, level, told)

    def send_notification_mail(self, template_prefix: str, user: User, *rest: Any, **more: Any) -> None:
        """Tell the owner that the account changed: no address, no browser."""
        mail.send(mail.notice(template_prefix, user.email))

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """The link, to the address of the account and never to another spelling of it. It names the account by its random id."""
        link = self.get_reset_password_from_key_url(f"{user.uuid.hex}-{context['key']}")
        mail.send(mail.reset(user.email, link))


class FactorAdapter(DefaultMFAAdapter):
    """Second factors: secrets lie encrypted in the database, and are shown under the city's name."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right, or it has run out. Take the one that is shown now."),
    }

    def encrypt(self, text: str) -> str:
        """As it is kept."""
        return secrecy.encrypted(text)

    def decrypt(self, encrypted_text: str) -> str:
        """As it is used."""
        return secrecy.decrypted(encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """The key as a picture, with the library that draws our other codes."""
        return segno.make(url, error="m").svg_inline(scale=4, border=4, omitsize=True)


class ProviderAdapter(DefaultSocialAccountAdapter):
    """The city's identity provider says who somebody is; what they may do is ours."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Only who has been invited has an account to come to."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Somebody without an account here is told what to do, and nothing of them is kept."""
        if not sociallogin.is_existing:
            raise ImmediateHttpResponse(render(request, "staff/not_invited.html", status=403))

    def get_requests_session(self) -> requests.Session:
        """Asks the provider and nobody else."""
        return outside.session()
