# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of."""

from pristan.platform.privacy.places import Place
from pristan.platform.receiving.models import Tally

PLACES: tuple[Place, ...] = ()
NO_TEXTS = {Tally: "how much came in an hour"}
