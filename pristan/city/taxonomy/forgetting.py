# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of."""

from django.utils.translation import gettext_lazy as _

from pristan.city.taxonomy.models import Concept, Labels
from pristan.platform.privacy.places import columns

PLACES = (
    columns(_("notes of the vocabulary"), Concept, "scope_note", "matches"),
    columns(_("words of the vocabulary"), Labels, "pref", "alt", "hidden", "ambiguous"),
)
