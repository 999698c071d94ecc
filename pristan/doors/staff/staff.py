# SPDX-License-Identifier: EUPL-1.2
"""What the shell itself puts into the menu."""

from django.utils.translation import gettext_lazy as _

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.desk import Item
from pristan.platform.accounts.permits import Permit, allow


def anybody(actor: Actor) -> Permit:
    """Everybody who is signed in."""
    return allow("signed in")


MENU = [
    Item(label=_("Today"), url="staff:start", permit=anybody, icon="house", order=0),
    Item(label=_("My account"), url="staff:account", permit=anybody, icon="user-round", order=90),
]
