# SPDX-License-Identifier: EUPL-1.2
"""The addresses of facts, below ``/staff/<language>/``."""

from django.urls import path

from pristan.platform.facts import views

app_name = "facts"
urlpatterns = [
    path("facts/", views.listed, name="list"),
    path("facts/<str:key>/", views.show, name="show"),
    path("facts/<str:key>/table.csv", views.as_csv, name="csv"),
    path("facts/<str:key>/table.xlsx", views.as_xlsx, name="xlsx"),
]
