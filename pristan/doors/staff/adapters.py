# SPDX-License-Identifier: EUPL-1.2
"""How allauth works here: nobody signs up, addresses are pseudonyms, secrets are encrypted."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pristan.doors.staff import secrecy
from pristan.platform.accounts.models import User

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
        return secrecy.pseudonym(super().get_client_ip(request), on=timezone.now().date())

    def reauthenticate(self, user: User, password: str) -> bool:
        """Is this the password of the person who is signed in?"""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk


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


class ProviderAdapter(DefaultSocialAccountAdapter):
    """The city's identity provider says who somebody is; what they may do is ours."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Only who has been invited has an account to come to."""
        return False
