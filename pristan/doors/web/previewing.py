# SPDX-License-Identifier: EUPL-1.2
"""The public page of an entry from a document that is not published: for those who work on it, never for a cache."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from pristan.doors.web import entry_page
from pristan.doors.web.page import opened, render


def page(request: HttpRequest, language: str, body: Mapping[str, Any], back: str) -> HttpResponse:
    """The page in a language of the city. Raises Http404 for another one, NoCity before the first load."""
    with translation.override(language):
        made = opened(request, language, timezone.now())
        context = {"entry": body, "preview_back": back, **entry_page.context(made, body)}
        return render(made, "web/entry.html", context, is_volatile=True)
