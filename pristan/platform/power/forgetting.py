# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of."""

from django.utils.translation import gettext_lazy as _

from pristan.platform.power.models import Grant, Invitation, StaffSession
from pristan.platform.privacy.places import columns

PLACES = (columns(_("reasons of staff sessions"), StaffSession, "reason"),)
NO_TEXTS = {Grant: "a role and over what", Invitation: "whom a letter goes to; goes when it is over"}
