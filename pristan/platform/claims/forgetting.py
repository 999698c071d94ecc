# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of."""

from django.utils.translation import gettext_lazy as _

from pristan.platform.claims.models import Claim, Vetting
from pristan.platform.privacy.places import columns

PLACES = (
    columns(
        _("claims of organisations"),
        Claim,
        "role",
        "email",
        "domain",
        "page",
        "reception",
        "known_at",
        "phones",
    ),
)
NO_TEXTS = {Vetting: "fixed words about how somebody was vetted"}
