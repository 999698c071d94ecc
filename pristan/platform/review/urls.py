# SPDX-License-Identifier: EUPL-1.2
"""The addresses of proposals, below ``/staff/<language>/``."""

from django.urls import path

from pristan.platform.review import views

app_name = "review"
urlpatterns = [
    path("review/", views.queue, name="queue"),
    path("proposals/", views.own, name="own"),
    path("proposals/<uuid:uuid>/", views.one, name="proposal"),
    path("proposals/<uuid:uuid>/decide/", views.decide, name="decide"),
    path("proposals/<uuid:uuid>/talk/", views.talk, name="talk"),
    path("proposals/<uuid:uuid>/submit/", views.submit, name="submit"),
    path("proposals/<uuid:uuid>/withdraw/", views.withdraw, name="withdraw"),
]
