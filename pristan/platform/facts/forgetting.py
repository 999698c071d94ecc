# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of."""

from pristan.platform.facts.models import Opening, Reading
from pristan.platform.privacy.places import Place

PLACES: tuple[Place, ...] = ()
NO_TEXTS = {
    Opening: "numbers by day and page",
    Reading: "figures, and the codes by which they are counted; the words of their source are the program's",
}
