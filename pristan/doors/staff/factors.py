# SPDX-License-Identifier: EUPL-1.2
"""Whether a second factor was shown in one browser: setting up the first one there counts, a password alone does not."""

from datetime import datetime
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.mfa.models import Authenticator

from pristan.platform.accounts.actors import person
from pristan.platform.power import people
from pristan.platform.power.browsers import Browser
from pristan.platform.power.selectors import FACTORS

# What allauth writes into the session for a code, a passkey or a recovery code.
METHOD = "mfa"


def browser_of(request: Any) -> Browser:
    """The browser of somebody who is signed in."""
    shown = get_authentication_records(request, request.user)
    return Browser(request.session.session_key, any(each.get("method") == METHOD for each in shown))


def is_first(added: Authenticator) -> bool:
    """Is this the first second factor of an account?"""
    return added.type in FACTORS and not (
        Authenticator.objects.filter(user=added.user, type__in=FACTORS).exclude(pk=added.pk).exists()
    )


def only_here(first: Authenticator, *, at: datetime) -> None:
    """Whoever is signed in elsewhere by the password alone is out; where it was set up it has been shown."""
    request: Any = context.request
    key = ""
    if request is not None and request.user == first.user:
        key = request.session.session_key
        record_authentication(request, first.user, METHOD, id=first.pk, type=first.type)
    people.sign_out_everywhere(first.user, actor=person(first.user), at=at, but=key)
