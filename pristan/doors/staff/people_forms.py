# SPDX-License-Identifier: EUPL-1.2
"""Invite somebody, give a role, accept an invitation."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from pristan.doors.staff import scopes
from pristan.doors.staff.forms import LONGEST_PASSWORD
from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.models import User
from pristan.platform.power import policies
from pristan.platform.power.roles import GIVES, ROLES, WORDS, known


class RoleForm(forms.Form):
    """A role, and what it is held over. Only what the actor may give comes through."""

    role = forms.ChoiceField(label=_("Role"))
    scope = forms.CharField(
        label=_("For which organisation, language or office?"),
        help_text=_("Nothing for a role in the whole city."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "scopes", "autocomplete": "off", "dir": "auto"}),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        gives = {role for power in actor.powers for role in GIVES.get(power.role, ())}
        role: Any = self.fields["role"]
        role.choices = [(key, WORDS[key]) for key in ROLES if key in gives]
        if {known(role).over for role in gives} == {"organization"} and (own := policies.manages(actor)):
            self._among(own)

    def _among(self, own: frozenset[str]) -> None:
        """Who gives roles in a few organisations chooses one by its name."""
        scope = self.fields["scope"]
        names = scopes.organizations()
        scope.label, scope.help_text = _("Organisation"), ""
        called = {key: names.get(key, key) for key in own}
        scope.widget = forms.Select(
            choices=[(key, called[key]) for key in sorted(own, key=called.__getitem__)]
        )

    def clean(self) -> dict[str, Any]:
        """Role and scope go together, exist, and are the actor's to give."""
        given = super().clean() or {}
        role, scope = given.get("role"), given.get("scope", "").strip()
        if not role:
            return given
        scope = "" if known(role).over == "city" else scope
        if not policies.can_give(self.actor, role, scope):
            self.add_error("scope", _("You do not give this role there."))
        elif known(role).over != "city" and not (scope and scopes.exists(role, scope)):
            self.add_error("scope", _("Choose one from the list."))
        return given | {"scope": scope}


class InviteForm(RoleForm):
    """Whom to invite, and to what."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    language = forms.ChoiceField(label=_("In which language do we write?"), choices=settings.LANGUAGES)
    field_order = ("email", "role", "scope", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = get_language()


class AcceptForm(forms.Form):
    """A name to be seen by, and a password."""

    display_name = forms.CharField(
        label=_("How should colleagues call you?"),
        help_text=_("A first name will do."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=_("Choose a password"),
        help_text=_("At least 12 characters. A few words that only you put together are best."),
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_display_name(self) -> str:
        """One line, and no control characters."""
        name = " ".join(self.cleaned_data["display_name"].split())
        if not name.isprintable():
            raise ValidationError(_("Write the name without special characters."))
        return name

    def clean(self) -> dict[str, Any]:
        """The password is judged with the name and the address beside it."""
        given = super().clean() or {}
        if password := given.get("password"):
            try:
                validate_password(
                    password, User(email=self.email, display_name=given.get("display_name", ""))
                )
            except ValidationError as error:
                self.add_error("password", error)
        return given
