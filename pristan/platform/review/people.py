# SPDX-License-Identifier: EUPL-1.2
"""The names of those who stand in proposals and removals as opaque ids."""

from collections.abc import Iterable

from pristan.platform.accounts.models import User

LENGTH = 36  # of the text of a UUID; other actors are no persons


def names(ids: Iterable[str]) -> dict[str, str]:
    """Id -> name, of those who still work here."""
    found = User.objects.filter(uuid__in={each for each in ids if len(each) == LENGTH})
    return {str(uuid): name for uuid, name in found.values_list("uuid", "display_name")}
