# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts. They are never changed: whoever purges is told that the value stands there."""

from django.utils.translation import gettext_lazy as _

from pristan.platform.audit.models import AuditEntry, Seal
from pristan.platform.privacy.places import columns

PLACES = (
    columns(
        _("the record of what was done (it cannot be changed)"), AuditEntry, "why", "about_key", is_fixed=True
    ),
)
NO_TEXTS = {Seal: "digests over entries"}
