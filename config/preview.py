# SPDX-License-Identifier: EUPL-1.2
"""An entry or a proposal as the public would see it: the signed-in side asks, the public side draws."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from pristan.city.directory import policies, preview, selectors
from pristan.doors.web import previewing
from pristan.platform.power.access import StaffRequest, permitted
from pristan.platform.review import selectors as review


@require_safe
@permitted(policies.can_see_entries)
def show(request: StaffRequest, key: str, shown: str) -> HttpResponse:
    """The page of an entry in the language ``shown``; with ``?proposal=`` as it would be with that proposal."""
    back, fields = reverse("directory:entry", kwargs={"key": key}), dict[str, Any]()
    if number := request.GET.get("proposal"):
        found = review.visible_to(request.actor).filter(kind="entry", key=key, uuid=_uuid(number)).first()
        if found is None:
            raise Http404
        back, fields = reverse("review:proposal", kwargs={"uuid": found.uuid}), found.wanted
    elif not selectors.visible_to(request.actor).filter(key=key).exists():
        raise Http404
    body = preview.body(key=key, fields=fields, language=shown, at=request.at)
    if body is None:
        raise Http404
    return previewing.page(request, shown, body, back)


def _uuid(given: str) -> str:
    try:
        return str(UUID(given))
    except ValueError:
        raise Http404 from None


urlpatterns = [path("entries/<slug:key>/preview/<slug:shown>/", show, name="staff-preview")]
