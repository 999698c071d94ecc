# SPDX-License-Identifier: EUPL-1.2
"""Who comes in: nothing below ``/staff/`` opens to somebody who is not signed in, but for what is named here.

A session ends by itself when nobody asked for anything for a while, and after its full length however busy it was; and when a
second factor was added that was not shown in it.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from requests import RequestException

from pristan.doors.staff import clock, errors, factors
from pristan.platform.accounts.permits import NotPermitted
from pristan.platform.power.access import NOBODY, to_sign_in
from pristan.platform.power.selectors import Standing, standing_of
from pristan.platform.ui.requestlog import report

# Open to anybody: how one gets in.
OPEN = frozenset(
    {
        "staff-languages", "staff:accept",
        "account_login", "account_logout", "account_inactive",
        "account_reset_password", "account_reset_password_done",
        "account_reset_password_from_key", "account_reset_password_from_key_done",
        "mfa_authenticate", "mfa_login_webauthn",
        "openid_connect_login", "openid_connect_callback",
        "socialaccount_login_cancelled",
    }
)  # fmt: skip
# Open to somebody who must set up a second factor first.
SETUP = OPEN | frozenset(
    {
        "staff:account", "staff:awake",
        "account_reauthenticate", "account_change_password", "account_set_password",
        "mfa_index", "mfa_reauthenticate", "mfa_reauthenticate_webauthn",
        "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn",
        "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes",
        "usersessions_list",
    }
)  # fmt: skip


class GateMiddleware:
    """Puts ``at``, ``standing`` and ``actor`` on the request, and closes what is not open."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.at = timezone.now()
        request.was_idle = request.user.is_authenticated and clock.is_over(request.session, request.at)
        if request.was_idle:
            logout(request)
        request.standing = self._standing(request)
        if request.standing.must_sign_in_anew:
            logout(request)
            request.standing = NOBODY
        request.actor = request.standing.actor
        return self.get_response(request)

    @staticmethod
    def _standing(request: Any) -> Standing:
        if not request.user.is_authenticated:
            return NOBODY
        request.browser = factors.browser_of(request)
        return standing_of(request.user, at=request.at, browser=request.browser)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Sign-in first, then the second factor, then the page."""
        name = request.resolver_match.view_name
        if not request.actor.is_known:
            return None if name in OPEN else to_sign_in(request, **({"away": 1} if request.was_idle else {}))
        if request.standing.lacks_factor and name not in SETUP:
            return redirect("mfa_index")
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """What a policy refuses, and a provider that does not answer, are pages with a way out."""
        if isinstance(error, RequestException):
            report(error)
            return render(request, "socialaccount/authentication_error.html", status=502)
        return errors.refused(request) if isinstance(error, NotPermitted) else None
