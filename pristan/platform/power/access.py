# SPDX-License-Identifier: EUPL-1.2
"""How a staff view says who may open it.

Every address below ``/staff/`` asks for sign-in by itself; a view adds what more it needs::

    @permitted(policies.can_review)
    def queue(request: StaffRequest) -> HttpResponse:
        found = selectors.queue(request.actor)

``request.actor`` is the Actor with all powers that hold at ``request.at``, the moment of the request.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from pristan.platform.accounts.actors import ANONYMOUS, Actor
from pristan.platform.accounts.models import User
from pristan.platform.accounts.permits import Permit
from pristan.platform.audit import services as audit
from pristan.platform.power.browsers import Browser
from pristan.platform.power.selectors import Standing

Rest = ParamSpec("Rest")
NOBODY = Standing(ANONYMOUS)
# For a view that shows a form and takes it.
FORM = require_http_methods(["GET", "HEAD", "POST"])


class StaffRequest(HttpRequest):
    """A request of the signed-in side. For types only: Django makes the object."""

    user: User
    at: datetime
    browser: Browser
    standing: Standing
    actor: Actor


View = Callable[Concatenate[StaffRequest, Rest], HttpResponseBase]
Policy = Callable[[Actor], Permit]


def signed_in(view: View[Rest]) -> View[Rest]:
    """For everybody who is signed in, whatever their roles; others are asked to sign in and come back."""

    @wraps(view)
    def answer(request: StaffRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
        if not request.actor.is_known:
            return to_sign_in(request)
        return view(request, *args, **kwargs)

    return answer


def permitted(policy: Policy) -> Callable[[View[Rest]], View[Rest]]:
    """For those whom the policy permits; for others there is no such page."""

    def decorate(view: View[Rest]) -> View[Rest]:
        @signed_in
        @wraps(view)
        def answer(request: StaffRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
            if not policy(request.actor):
                raise Http404
            return view(request, *args, **kwargs)

        return answer

    return decorate


def seen_on_record(kind: str) -> Callable[[View[Rest]], View[Rest]]:
    """For a page about people: that it was shown in a staff session is on record, also by a form that was not taken. Whose, or which page;
    never what stood there."""

    def decorate(view: View[Rest]) -> View[Rest]:
        @wraps(view)
        def answer(request: StaffRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
            response = view(request, *args, **kwargs)
            if request.actor.session and not response.has_header("Location"):
                key = next(iter(kwargs.values()), request.resolver_match and request.resolver_match.view_name)
                with transaction.atomic():
                    about = (kind, str(key))
                    audit.record(what="power.page.seen", actor=request.actor, about=about, at=request.at)
            return response

        return answer

    return decorate


def to_sign_in(request: HttpRequest, **more: Any) -> HttpResponse:
    """To the page where one signs in, and from there back to the page that was asked for."""
    back = request.get_full_path() if request.method in ("GET", "HEAD") else ""
    words = urlencode({**more, **({"next": back} if back else {})})
    response = HttpResponse(status=302)
    response["Location"] = resolve_url("account_login") + (f"?{words}" if words else "")
    return response
