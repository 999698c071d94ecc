# SPDX-License-Identifier: EUPL-1.2
"""A long list page by page. ``staff/pages.html`` leads from one to the next and keeps the filters that stand in the address."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest


def page(found: Any, request: HttpRequest, *, size: int) -> Page[Any]:
    """The page of a list or a query set for which the address asks; whatever it asks for, one that is there."""
    return Paginator(found, size).get_page(request.GET.get("page"))
