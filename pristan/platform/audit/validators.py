# SPDX-License-Identifier: EUPL-1.2
"""For forms in which somebody writes a reason that goes on record."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pristan.platform.audit.personal import found_in

REFUSED = _("Please leave out e-mail addresses and phone numbers: this goes on record and cannot be deleted.")


def without_persons(text: str) -> None:
    """Raises ValidationError where the audit would refuse the text (see ``personal``)."""
    if found_in(text):
        raise ValidationError(REFUSED, code="personal")
