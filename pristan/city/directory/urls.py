# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the directory's staff screens, below ``/staff/<language>/``."""

from django.urls import path

from pristan.city.directory.views import (
    adding,
    change,
    contacts,
    entries,
    hiding,
    history,
    listing,
    several,
    sheets,
    translations,
    trusting,
)

app_name = "directory"
urlpatterns = [
    path("entries/", entries.show, name="entries"),
    path("new-entry/", adding.add, name="add"),
    path("several/", several.act, name="several"),
    path("contacts/", contacts.show, name="contacts"),
    path("entries/<slug:key>/", entries.one, name="entry"),
    path("entries/<slug:key>/change/<slug:section>/", change.change, name="change"),
    path("entries/<slug:key>/closed/", change.closed, name="closed"),
    path("entries/<slug:key>/checked/", entries.verify, name="verify"),
    path("entries/<slug:key>/withdraw/", entries.withdraw, name="withdraw"),
    path("entries/<slug:key>/copy/", adding.duplicate, name="copy"),
    path("entries/<slug:key>/rename/", adding.rename, name="rename"),
    path("entries/<slug:key>/listing/", listing.listing, name="listing"),
    path("entries/<slug:key>/secret/", hiding.hide, name="hide"),
    path("entries/<slug:key>/trust/", trusting.entrusted, name="trust"),
    path("entries/<slug:key>/history/", history.show, name="history"),
    path("entries/<slug:key>/history/<int:number>/restore/", history.restore, name="restore"),
    path("translations/", translations.show, name="translations"),
    path("translations/<slug:shown>/<slug:key>/", translations.one, name="translation"),
    path("unlisted/", listing.unlisted, name="unlisted"),
    path("sheets/", sheets.send, name="sheets"),
    path("sheets/template.xlsx", sheets.template, name="sheet-template"),
    path("sheets/<uuid:uuid>/", sheets.look, name="sheet"),
    path("sheets/<uuid:uuid>/answer/", sheets.answer, name="sheet-answer"),
    path("sheets/<uuid:uuid>/write/", sheets.write, name="sheet-write"),
    path("proposals/<uuid:uuid>/change/<slug:section>/", change.rewrite, name="rewrite"),
]
