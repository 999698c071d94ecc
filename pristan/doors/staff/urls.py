# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the shell: the first page, one's own account, people, staff sessions; and how one gets in."""

from django.urls import include, path

from pristan.doors.staff.views import account, data, invitation, people, record, sessions, start

staff_patterns = (
    [
        path("", start.show, name="start"),
        path("account/", account.show, name="account"),
        path("account/data/", data.show, name="data"),
        path("account/data/forget/", data.forget, name="forget"),
        path("awake/", account.awake, name="awake"),
        path("invitation/<str:token>/", invitation.accept, name="accept"),
        path("people/", people.show, name="people"),
        path("people/invite/", people.invite, name="invite"),
        path("people/invitation/<uuid:number>/withdraw/", people.withdraw, name="withdraw"),
        path("people/<uuid:number>/", people.one, name="person"),
        path("people/<uuid:number>/role/<int:grant>/end/", people.end, name="role-end"),
        path("people/<uuid:number>/lock/", people.lock, name="lock"),
        path("people/<uuid:number>/factors/", people.take_factors, name="take-factors"),
        path("record/", record.show, name="record"),
        path("session/", sessions.show, name="sessions"),
        path("session/open/", sessions.begin, name="session-open"),
        path("session/<uuid:number>/", sessions.one, name="session"),
        path("session/<uuid:number>/end/", sessions.end, name="session-end"),
    ],
    "staff",
)

urlpatterns = [
    path("", include(staff_patterns)),
    path("account/", include("pristan.doors.staff.entrance")),
]
