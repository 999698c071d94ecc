# SPDX-License-Identifier: EUPL-1.2
"""Another address for the page of an entry."""

from django import forms
from django.utils.translation import gettext_lazy as _

from pristan.city.directory.shapes import SLUG


class SlugForm(forms.Form):
    """The last part of the address."""

    slug = forms.RegexField(
        SLUG, label=_("Last part of the address"), max_length=120, widget=forms.TextInput({"dir": "ltr"}),
        help_text=_("Small letters a to z, digits and hyphens, such as: legal-help"),
        error_messages={"invalid": _("Only small letters a to z, digits and hyphens between them.")},
    )  # fmt: skip
