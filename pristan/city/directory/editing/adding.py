# SPDX-License-Identifier: EUPL-1.2
"""A new entry begins with what nobody can leave out: what kind it is, its name and language, and whose it is."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pristan.city.directory.keys import key_of
from pristan.platform.review.proposals import Wish

# Organisations come by claims and packs, the law (procedures, rights, statuses) by packs alone.
KINDS: Final = ("service", "programme", "course", "place")
Choices = Sequence[tuple[str, str]]


class NewForm(forms.Form):
    """``token``: sent twice, the form is one draft."""

    kind = forms.ChoiceField(label=_("Kind"))
    name = forms.CharField(label=_("Name"), max_length=300)
    language = forms.ChoiceField(
        label=pgettext_lazy("of a text", "Language"),
        help_text=_("In which the name and all that follows is written."),
    )
    organization = forms.ChoiceField(label=_("Organisation"))
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self, data: Any, *, kinds: Choices, languages: Choices, organizations: Choices, may_be_nobodys: bool
    ) -> None:
        super().__init__(data, initial={"token": uuid4()})
        self.organizations = dict(organizations)
        nobody = [("", _("none"))] if may_be_nobodys else []
        for name, choices in (
            ("kind", kinds), ("language", languages), ("organization", [*nobody, *organizations])
        ):  # fmt: skip
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        self.fields["organization"].required = not may_be_nobodys

    def wish(self) -> Wish:
        """The draft that is written on."""
        given = self.cleaned_data
        token: UUID = given["token"]
        fields: dict[str, Any] = {name: given[name] for name in ("kind", "name", "language")}
        if owner := given["organization"]:
            fields["organization"] = {"name": self.organizations[owner], "entry": owner}
        return Wish("entry", key_of(given["name"], given["language"]), fields, {}, is_new=True, token=token)
