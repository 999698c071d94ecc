# SPDX-License-Identifier: EUPL-1.2
"""The addresses of claims, below ``/staff/<language>/``."""

from django.urls import path

from pristan.platform.claims import views

app_name = "claims"
urlpatterns = [
    path("claims/", views.show, name="list"),
    path("claims/<uuid:uuid>/", views.one, name="one"),
    path("claims/<uuid:uuid>/vet/", views.vet, name="vet"),
    path("claims/<uuid:uuid>/decide/", views.decide, name="decide"),
]
