# SPDX-License-Identifier: EUPL-1.2
"""Addresses for tests, and who asks: with a key a city editor, without one somebody who holds no role."""

from django.urls import include, path
from django.utils import timezone

from pristan.platform.accounts.actors import Actor, Power

EDITOR = Actor("person", "editor", powers=frozenset({Power("city_editor")}))
NOBODY = Actor("person", "nobody")


def who_asks(get_response):
    """Middleware: the actor of a request."""

    def answer(request):
        request.actor = EDITOR if request.headers.get("X-Key") == "open" else NOBODY
        request.at = timezone.now()
        return get_response(request)

    return answer


urlpatterns = [path("", include("pristan.platform.facts.urls"))]
