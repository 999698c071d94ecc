# SPDX-License-Identifier: EUPL-1.2
"""What every page of the signed-in side shows around its own matter."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from pristan.doors.staff import addresses, city
from pristan.platform.accounts import desk
from pristan.platform.accounts.actors import ANONYMOUS
from pristan.platform.power import staff_sessions
from pristan.platform.power.access import NOBODY


def shell(request: HttpRequest) -> dict[str, Any]:
    """Language, city, menu and the open staff session, for templates that extend ``staff/base.html``."""
    actor = getattr(request, "actor", ANONYMOUS)
    language = get_language() or settings.LANGUAGE_CODE
    return {
        "language": language,
        "others": [(code, addresses.elsewhere(request.path, code)) for code in addresses.languages()],
        "city": SimpleLazyObject(lambda: city.shown(language)),
        "actor": actor,
        "standing": getattr(request, "standing", NOBODY),
        "menu": SimpleLazyObject(lambda: desk.menu(actor)),
        "staff_session": staff_sessions.current(actor) if actor.session else None,
        "idle_minutes": settings.IDLE_MINUTES if actor.is_known else 0,
    }
