# SPDX-License-Identifier: EUPL-1.2
"""All addresses: the public side, and the signed-in side below ``/staff/``. Every one stands in tests/access/urls.yaml."""

from django.urls import include, path

from pristan.doors.staff.addresses import staff
from pristan.doors.staff.views.start import languages

urlpatterns = [
    path("", include("pristan.doors.web.urls")),
    path("staff/", languages, name="staff-languages"),
    # Staff screens of the apps: one line each, in the order in which they are asked.
    staff(
        "pristan.doors.staff.urls",
        "config.preview",
        "pristan.city.directory.urls",
        "pristan.platform.review.urls",
        "pristan.platform.reports.urls",
        "pristan.platform.claims.urls",
        "pristan.platform.facts.urls",
    ),
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.refused"
handler404 = "config.errors.not_found"
handler429 = "config.errors.too_many"
handler500 = "config.errors.server_error"
