# SPDX-License-Identifier: EUPL-1.2
"""What people are called today. Their names stand with the accounts only; what they did keeps an opaque id."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pristan.platform.accounts.models import User

LEFT: Final[Promise] = _("somebody who left")
ERASED: Final = "—"  # the name of an account that was emptied


def names_of(ids: Iterable[str]) -> dict[str, str]:
    """Id -> name, of those ids that are a person's; whose account is gone or emptied is somebody who left."""
    uuids = {each: found for each in ids if (found := account_of(each))}
    rows = User.objects.filter(uuid__in=uuids.values()).exclude(display_name__in=["", ERASED])
    kept = dict(rows.values_list("uuid", "display_name"))
    return {each: kept.get(uuid) or str(LEFT) for each, uuid in uuids.items()}


def account_of(identity: str) -> UUID | None:
    """The account of an actor; None for a job of the system or a link, which have no such number."""
    try:
        return UUID(identity)
    except ValueError:
        return None
