# SPDX-License-Identifier: EUPL-1.2
"""The addresses of reports, below ``/staff/<language>/``."""

from django.urls import path

from pristan.platform.reports import views

app_name = "reports"
urlpatterns = [
    path("reports/", views.show, name="list"),
    path("reports/<uuid:uuid>/", views.one, name="one"),
    path("reports/<uuid:uuid>/act/", views.act, name="act"),
]
