# SPDX-License-Identifier: EUPL-1.2
"""The public pages alone, with their error pages."""

from django.urls import include, path

from pristan.doors.web.urls import handler400, handler404, handler500

__all__ = ["handler400", "handler404", "handler500"]
urlpatterns = [path("", include("pristan.doors.web.urls"))]
