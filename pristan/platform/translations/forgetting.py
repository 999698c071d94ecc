# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from pristan.platform.privacy.places import Removal, columns
from pristan.platform.translations.models import Text


def _settle(removal: Removal) -> None:
    """A translation was made from words that are shorter now; it is as good as it was."""
    for row in Text.objects.of(list(removal.things)).filter(made_from__in=list(removal.digests)):
        Text.objects.filter(pk=row.pk).update(made_from=removal.digests[row.made_from])


PLACES = (replace(columns(_("translations"), Text, "value"), settle=_settle),)
