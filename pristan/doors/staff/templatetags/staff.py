# SPDX-License-Identifier: EUPL-1.2
"""Words of the signed-in side that templates share."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from babel.dates import format_datetime, get_timezone
from django import forms, template
from django.conf import settings
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from pristan.doors.staff import scopes
from pristan.platform.accounts.actors import Power
from pristan.platform.power.models import StaffSession
from pristan.platform.power.roles import ROLES, role_words
from pristan.platform.ui.languages import direction, language, locale

register = template.Library()

PROOFS = {
    "reauthenticate": _("Use the password"),
    "mfa_reauthenticate": _("Use a code"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}
BROWSERS = ("Edg", "Firefox", "Chrome", "Safari")
SYSTEMS = {
    "Windows": "Windows",
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Mac OS": "macOS",
    "Linux": "Linux",
}


@register.filter
def role_name(key: str) -> str:
    """A role in the reader's words."""
    return str(role_words(key))


@register.filter
def in_order(powers: Iterable[Power]) -> list[Power]:
    """Roles in the order in which they are always told."""
    order = list(ROLES)
    return sorted(powers, key=lambda power: (order.index(power.role), power.scope))


@register.filter
def minutes_left(session: StaffSession, at: datetime) -> int:
    """Whole minutes until a staff session is over, the one that runs counted."""
    return max(0, -int((at - session.until).total_seconds() // 60))


@register.filter
def moment(at: datetime, city: Mapping[str, Any]) -> str:
    """An instant as people in the city write it, to the minute."""
    zone = get_timezone(city.get("time_zone") or "UTC")
    written = format_datetime(at, "d. M. y HH:mm", tzinfo=zone, locale=locale(language()))
    # In an isolate: without it day, year and hour change places inside Arabic.
    return f"\u2066{written}\u2069" if direction(language()) == "rtl" else written


@register.filter
def is_tick(field: BoundField) -> bool:
    """Is this a box to tick? Its words stand behind it."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def described(field: BoundField) -> SafeString:
    """The field itself, tied to its help and its errors for those who hear the page."""
    told = [
        f"{field.auto_id}-{part}"
        for part, is_there in (("help", field.help_text), ("error", field.errors))
        if is_there
    ]
    more = {"aria-describedby": " ".join(told)} if told else {}
    return field.as_widget(attrs={**more, **({"aria-invalid": "true"} if field.errors else {})})


@register.filter
def proof_words(proof: Mapping[str, str]) -> str:
    """Another way to show that it is oneself."""
    return str(PROOFS.get(proof["id"], proof["description"]))


@register.filter
def browser_words(agent: str) -> str:
    """Which browser on which system, as far as its own words tell."""
    browser = next((name for name in BROWSERS if f"{name}/" in agent), "?")
    system = next((shown for name, shown in SYSTEMS.items() if name in agent), "?")
    return f"{'Edge' if browser == 'Edg' else browser}, {system}"


@register.simple_tag
def provider_name() -> str:
    """The city's identity provider, where there is one."""
    return settings.OIDC_NAME if settings.OIDC_SERVER else ""


@register.simple_tag
def scope_words(scope: str, names: dict[str, str]) -> SafeString:
    """What a role is held over, by its name."""
    return format_html("<bdi>{}</bdi>", scopes.in_words(scope, language(), names))


@register.simple_tag
def passkey_form(kind: str, **ids: str) -> SafeString:
    """Tells allauth's script which elements of the page belong together. Data and no program, so the policy allows it."""
    told = json.dumps({"ids": ids}).replace("<", "\\u003c")
    start = '<script data-allauth-onload="allauth.webauthn.forms.{}" type="application/json">{}</script>'
    return format_html(start, kind, mark_safe(told))  # noqa: S308 - our own words
