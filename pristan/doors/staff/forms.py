# SPDX-License-Identifier: EUPL-1.2
"""The forms of allauth in our words: labels that say what to type, and no placeholder that goes away while one types."""

from typing import Any
from uuid import UUID

from allauth.account import forms as account
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as FactorReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm as TOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from pristan.platform.accounts.models import User
from pristan.platform.audit.validators import without_persons

# Long enough for any sentence, and no way to keep the hash busy.
LONGEST_PASSWORD = 128
LABELS = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("Your password now"),
    "password1": _("New password"),
    "password2": _("New password once more"),
    "code": _("Code"),
    "name": _("What do you call it?"),
    "passwordless": _("It is enough by itself to sign in"),
}
HELP = {
    "password1": _("At least 12 characters. A few words that only you put together are best."),
    "passwordless": _("Your device then asks for a finger, a face or a PIN."),
    "code": _("The six digits that the app on your phone shows now, or a recovery code."),
}


class OurWords(forms.Form):
    """Labels and help of ours for the fields that allauth defines."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.help_text = HELP.get(name, "")
            field.widget.attrs.pop("placeholder", None)
            if name in ("password", "oldpassword", "password1", "password2"):
                field.validators.append(MaxLengthValidator(LONGEST_PASSWORD))


class LoginForm(OurWords, account.LoginForm):
    """E-mail address and password."""


class ResetPasswordForm(OurWords, account.ResetPasswordForm):
    """Where to send the link."""


class ResetPasswordKeyForm(OurWords, account.ResetPasswordKeyForm):
    """A new password by a link."""


class LinkForm(account.UserTokenForm):
    """What a link for a new password says: whose, by a random id, and its secret."""

    def clean_uidb36(self) -> str:
        """The account as allauth calls it; as nobody where there is none with this id."""
        try:
            user = User.objects.get(uuid=UUID(self.cleaned_data["uidb36"]))
        except (ValueError, User.DoesNotExist):
            return ""
        return str(user_pk_to_url_str(user))


class ChangePasswordForm(OurWords, account.ChangePasswordForm):
    """A new password for who knows the old one."""


class SetPasswordForm(OurWords, account.SetPasswordForm):
    """A first password for who signs in another way."""


class ReauthenticateForm(OurWords, account.ReauthenticateForm):
    """The password once more."""


class CodeForm(OurWords, AuthenticateForm):
    """A code of the second factor."""


class CodeAgainForm(OurWords, FactorReauthenticateForm):
    """A code once more."""


class ActivateTOTPForm(OurWords, TOTPForm):
    """The first code of a new app."""


class AddPasskeyForm(OurWords, AddWebAuthnForm):
    """A new passkey: as a rule it signs in by itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {})["passwordless"] = True
        super().__init__(*args, **kwargs)


class RenamePasskeyForm(OurWords, EditWebAuthnForm):
    """How a passkey is called."""


class SessionForm(forms.Form):
    """Why an administrator needs power now, and for how long."""

    reason = forms.CharField(
        label=_("What do you want to do?"),
        help_text=_("Everybody who watches over staff sessions reads it."),
        max_length=300,
        validators=[without_persons],
    )
    minutes = forms.IntegerField(
        label=_("How many minutes?"), help_text=_("At most 120."), initial=30, min_value=5, max_value=120
    )


class ForgetForm(forms.Form):
    """Nobody is forgotten by one careless press."""

    is_sure = forms.BooleanField(label=_("Yes, close my account and forget me for good"))
