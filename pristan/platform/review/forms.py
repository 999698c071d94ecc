# SPDX-License-Identifier: EUPL-1.2
"""What is typed to remove a value for good. Browsers are asked not to remember it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from pristan.platform.audit.validators import without_persons
from pristan.platform.review.purges import LONGEST, LONGEST_REASON


class ValueForm(forms.Form):
    """The value once more, typed by the second person."""

    value = forms.CharField(
        label=_("What has to go?"), max_length=LONGEST,
        help_text=_("As it stands in the entry: an address, a number, an e-mail address or a name. Other spellings and shorter forms are found too."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}),
    )  # fmt: skip


class AskForm(ValueForm):
    """The value, and why it has to go."""

    reason = forms.CharField(
        label=_("Why?"), max_length=LONGEST_REASON, required=False, validators=[without_persons],
        help_text=_("A second person reads it, and it is kept. Do not say the value in it."),
        widget=forms.Textarea({"rows": 2}),
    )  # fmt: skip
