# SPDX-License-Identifier: EUPL-1.2
"""Addresses for tests: facts for whoever brings a key, and the closed ones."""

from django.urls import include, path

from pristan.platform.facts.urls import addresses


def has_key(request):
    return request.headers.get("X-Key") == "open"


urlpatterns = [
    path("facts/", include((addresses(has_key), "facts"))),
    path("closed/", include("pristan.platform.facts.urls", namespace="closed")),
]
