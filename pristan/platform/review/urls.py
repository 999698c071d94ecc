# SPDX-License-Identifier: EUPL-1.2
"""The addresses of proposals and of removals, below ``/staff/<language>/``."""

from django.urls import path

from pristan.platform.review import views, views_purges, views_settling

app_name = "review"
urlpatterns = [
    path("conflicts/", views_settling.show, name="conflicts"),
    path("conflicts/settle/", views_settling.settle, name="settle"),
    path("edited/", views_settling.edited, name="edited"),
    path("review/", views.queue, name="queue"),
    path("proposals/", views.own, name="own"),
    path("proposals/<uuid:uuid>/", views.one, name="proposal"),
    path("proposals/<uuid:uuid>/decide/", views.decide, name="decide"),
    path("proposals/<uuid:uuid>/talk/", views.talk, name="talk"),
    path("proposals/<uuid:uuid>/submit/", views.submit, name="submit"),
    path("proposals/<uuid:uuid>/withdraw/", views.withdraw, name="withdraw"),
    path("purges/", views_purges.show, name="purges"),
    path("purges/about/<slug:kind>/<slug:key>/", views_purges.begin, name="purge-begin"),
    path("purges/<uuid:uuid>/", views_purges.one, name="purge"),
    path("purges/<uuid:uuid>/withdraw/", views_purges.withdraw, name="purge-withdraw"),
]
