# SPDX-License-Identifier: EUPL-1.2
"""The public addresses. The language stands first and is taken from the address only."""

from django.urls import URLPattern, path, register_converter

from pristan.doors.web import errors
from pristan.doors.web.page import public
from pristan.doors.web.views import (
    claim,
    entry,
    home,
    information,
    letter,
    lists,
    orientation,
    plan,
    plan_parts,
    portable,
    problem,
    search,
    steps,
)


class LanguageConverter:
    """A language code: ``sl``, ``rom``, ``sr-Latn``. Whether the city offers it is decided by its catalogue."""

    regex = "[a-z]{2,3}(?:-[A-Za-z]{2,8})?"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(LanguageConverter, "language")

ENTRY_PARTS = (
    ("", "show", entry.show), ("counter/", "counter", entry.counter), ("two/<language:other>/", "two", entry.two),
    ("share/", "share", entry.share), ("card.vcf", "card", entry.card), ("qr.svg", "qr", entry.qr),
)  # fmt: skip


def _entries(folder: str, family: str) -> list[URLPattern]:
    """The pages of an entry: ``entry/<slug>/`` for all, ``i/<code>/`` for those whose name must not be seen."""
    return [
        path(f"<language:language>/{folder}/<slug:address>/{rest}", public(view), name=f"{family}-{name}")
        for rest, name, view in ENTRY_PARTS
    ] + [
        path(
            f"<language:language>/{folder}/<slug:address>/problem/", problem.problem, name=f"{family}-problem"
        ),
        path(f"<language:language>/{folder}/<slug:address>/claim/", claim.claim, name=f"{family}-claim"),
    ]


app_name = "web"
urlpatterns = [
    path("", home.languages, name="languages"),
    path("api/orientation/next", orientation.following, name="api-next"),
    path("api/orientation/verdicts", orientation.decided, name="api-verdicts"),
    path("api/orientation/plan", orientation.planned, name="api-plan"),
    path("api/openapi.json", orientation.described, name="api-openapi"),
    path("<language:language>/", public(home.show), name="home"),
    path("<language:language>/search/", public(search.show), name="search"),
    path("<language:language>/suggest/", public(search.suggest), name="suggest"),
    path("<language:language>/need/<slug:key>/", public(lists.need), name="need"),
    path("<language:language>/for/<slug:key>/", public(lists.audience), name="audience"),
    path("<language:language>/district/<slug:key>/", public(lists.district), name="district"),
    path("<language:language>/plan/", plan.show, name="plan"),
    path("<language:language>/plan/all/", plan.everything, name="plan-all"),
    path("<language:language>/plan/question/", plan.question, name="plan-question"),
    path("<language:language>/plan/parts/", public(plan_parts.show), name="plan-parts"),
    path("<language:language>/orientation.json", public(portable.show), name="orientation"),
    path("<language:language>/letter/", letter.show, name="letter"),
    path("<language:language>/report/", problem.report, name="report"),
    path("<language:language>/claim/", claim.claimed, name="claim"),
    path("<language:language>/steps/", public(steps.show), name="steps"),
    path("<language:language>/rights/", public(lists.rights), name="rights"),
    path("<language:language>/all/", public(lists.everything), name="everything"),
    path("<language:language>/urgent/", public(information.urgent), name="urgent"),
    path("<language:language>/my-list/", public(information.my_list), name="my-list"),
    path("<language:language>/about/", public(information.about), name="about"),
    path("<language:language>/privacy/", public(information.privacy), name="privacy"),
    path("<language:language>/accessibility/", public(information.accessibility), name="accessibility"),
    path("<language:language>/sources/", public(information.sources), name="sources"),
    *_entries("entry", "entry"),
    *_entries("i", "private"),
]

# The root address file takes these over by name.
handler400 = errors.bad_request
handler404 = errors.not_found
handler500 = errors.server_error
