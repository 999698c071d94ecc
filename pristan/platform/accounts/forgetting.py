# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of."""

from pristan.platform.accounts.models import User
from pristan.platform.privacy.places import Place

PLACES: tuple[Place, ...] = ()
NO_TEXTS = {User: "who works here; goes with the account, not with a value"}
