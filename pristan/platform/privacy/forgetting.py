# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of."""

from pristan.platform.privacy.models import Leaving
from pristan.platform.privacy.places import Place

PLACES: tuple[Place, ...] = ()
NO_TEXTS = {Leaving: "whose account ends, and when"}
