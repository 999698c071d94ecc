# SPDX-License-Identifier: EUPL-1.2
"""What goes with every change: where it is known from, words to the reviewers, and what was on the screen."""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from pristan.platform.packs.things import value_digest
from pristan.platform.review.proposals import LONGEST, Wish


class SendForm(forms.Form):
    """``base``: field -> digest of the value on the screen. ``token``: sent twice, the form is one proposal."""

    source = forms.CharField(
        label=_("Where is this known from?"), required=False, max_length=LONGEST,
        help_text=_("An address on the web, or words such as: our own decision of 1 September."),
    )  # fmt: skip
    comment = forms.CharField(
        label=_("Words to the city's editors"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 2}),
    )
    base = forms.JSONField(widget=forms.HiddenInput, required=False)  # empty where nothing was said yet
    token = forms.UUIDField(widget=forms.HiddenInput)

    @classmethod
    def for_fields(cls, data: Any, fields: Iterable[str], live: Mapping[str, Any]) -> "SendForm":
        """The form with digests of what the page shows now, or as it came back."""
        seen = {name: value_digest(live[name]) for name in fields if live.get(name) is not None}
        return cls(data, initial={"base": seen, "token": uuid4()})

    def clean_base(self) -> dict[str, str]:
        """Names and digests, and nothing else."""
        given = self.cleaned_data["base"] or {}
        if not isinstance(given, dict) or len(json.dumps(given)) > LONGEST:
            raise forms.ValidationError("not as it was sent")
        return {str(name): str(digest)[:16] for name, digest in given.items()}

    def clean(self) -> None:
        """What nobody sees cannot be mended by typing."""
        if {"base", "token"} & set(self.errors):
            self.add_error(None, _("The form came back changed. Open it again."))

    def wish(self, key: str, wanted: Mapping[str, Any], *, is_new: bool = False) -> Wish:
        """What the author wants."""
        given = self.cleaned_data
        token: UUID = given["token"]
        return Wish("entry", key, wanted, given["base"], given["source"], given["comment"], is_new, token)
