# SPDX-License-Identifier: EUPL-1.2
"""All addresses: the public side for now. Every one stands in tests/access/urls.yaml."""

from django.urls import include, path

urlpatterns = [path("", include("pristan.doors.web.urls"))]

handler400 = "pristan.doors.web.errors.bad_request"
handler404 = "pristan.doors.web.errors.not_found"
handler500 = "pristan.doors.web.errors.server_error"
