# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of."""

from django.utils.translation import gettext_lazy as _

from pristan.platform.privacy.places import columns
from pristan.platform.reports.models import Report

PLACES = (columns(_("what visitors reported"), Report, "text", "contact"),)
