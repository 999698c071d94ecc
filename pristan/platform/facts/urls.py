# SPDX-License-Identifier: EUPL-1.2
"""The addresses of facts, to be hung up under the signed-in side: ``path("facts/", include((addresses(permit), "facts")))``.

`permit(request)` says whether the person may see numbers of the city. By itself this module is closed: everything is 404.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from pristan.platform.facts import views

Permit = Callable[[HttpRequest], bool]
View = Callable[..., HttpResponseBase]


def closed(request: HttpRequest) -> bool:
    """Nobody."""
    return False


def addresses(permit: Permit) -> list[URLPattern]:
    """All addresses, open to those whom the permit names."""
    return [
        path("", _permitted(views.listed, permit), name="list"),
        path("<str:key>/", _permitted(views.show, permit), name="show"),
        path("<str:key>/table.csv", _permitted(views.as_csv, permit), name="csv"),
        path("<str:key>/table.xlsx", _permitted(views.as_xlsx, permit), name="xlsx"),
    ]


def _permitted(view: View, permit: Permit) -> View:
    """What one may not see is not there."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **parts: Any) -> HttpResponseBase:
        if not permit(request):
            raise Http404
        return view(request, *args, **parts)

    return require_safe(answer)


app_name = "facts"
urlpatterns = addresses(closed)
