# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of."""

from django.utils.translation import gettext_lazy as _

from pristan.platform.privacy.models import Leaving
from pristan.platform.privacy.places import columns

PLACES = (columns(_("reasons why somebody who works here was forgotten"), Leaving, "why"),)
