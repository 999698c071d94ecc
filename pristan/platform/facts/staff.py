# SPDX-License-Identifier: EUPL-1.2
"""What facts put into the menu."""

from django.utils.translation import gettext_lazy as _

from pristan.platform.accounts.desk import Item
from pristan.platform.facts import policies

MENU = [Item(label=_("Facts"), url="facts:list", permit=policies.can_see, icon="library", order=60)]
