# SPDX-License-Identifier: EUPL-1.2
"""Sessions, CSRF, sign-in and messages run below ``/staff/`` and nowhere else.

Django asks one list of middleware for every address. This one holds a second list and passes on to it only what belongs to the
signed-in side, so that a public page cannot touch a cookie even by accident.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.module_loading import import_string

from pristan.doors.staff import addresses

Answer = Callable[[HttpRequest], HttpResponse]


class StaffMiddleware:
    """The middleware of the signed-in side, the language of its address, and the headers of all its pages."""

    def __init__(self, get_response: Answer) -> None:
        self.public = get_response
        self.layers: list[Any] = []
        inner: Any = get_response
        for name in reversed(settings.STAFF_MIDDLEWARE):
            inner = import_string(name)(inner)
            self.layers.insert(0, inner)
            inner = convert_exception_to_response(inner)
        self.staff: Answer = inner

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not addresses.is_staff(request.path_info):
            return self.public(request)
        language = addresses.language_of(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.staff(request)
        # For one person and one moment: kept by no browser and no proxy, and never compressed beside a form's token.
        response["Cache-Control"] = "no-store, private"
        # Nothing to other sites. Not "no-referrer": a browser then hides from us, too, that a form comes from our own page.
        response["Referrer-Policy"] = "same-origin"
        if request.method == "POST" and request.path_info.endswith("/logout/"):
            # Not "cookies": that would reach the other sites of the city's domain. Ours are deleted by themselves.
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Iterable[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Ask each layer, as Django would: the first that answers wins."""
        return self._first("process_view", self.layers, request, view, args, kwargs)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """The innermost first."""
        return self._first("process_exception", self.layers[::-1], request, error)

    @staticmethod
    def _first(hook: str, layers: list[Any], request: HttpRequest, *words: Any) -> HttpResponseBase | None:
        if not addresses.is_staff(request.path_info):
            return None
        for layer in layers:
            answer: HttpResponseBase | None = getattr(layer, hook, _silent)(request, *words)
            if answer is not None:
                return answer
        return None


def _silent(*words: Any) -> None:
    return None
