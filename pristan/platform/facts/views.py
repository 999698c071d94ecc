# SPDX-License-Identifier: EUPL-1.2
"""Staff screens of facts: a list, and each fact as table, chart, CSV and Excel."""

from datetime import date, datetime, time
from io import BytesIO
from typing import TypeVar

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pristan.platform.facts import policies, selectors
from pristan.platform.facts.chart import chart
from pristan.platform.facts.registry import UnknownFact, facts
from pristan.platform.facts.selectors import Shown
from pristan.platform.power.access import StaffRequest, permitted
from pristan.platform.tables import csv_out, xlsx_out

AnswerT = TypeVar("AnswerT", bound=HttpResponseBase)
NO_STORE = "no-store"


@require_safe
@permitted(policies.can_see)
def listed(request: StaffRequest) -> HttpResponse:
    """All facts, with the day of their last reading."""
    found = [(fact, next(iter(selectors.dates(fact.key)), None)) for fact in facts().values()]
    return _private(render(request, "facts/list.html", {"facts": found}))


@require_safe
@permitted(policies.can_see)
def show(request: StaffRequest, key: str) -> HttpResponse:
    """One fact: chart and table of the same numbers, of the newest reading or one that was chosen."""
    days = _days(key)
    found = _shown(request, key)
    drawn = None
    if found:
        drawn = chart(found.bars(), _("hidden"), is_right_to_left=get_language_bidi())
    context = {"fact": facts()[key], "shown": found, "chart": drawn, "days": days, "dimensions": list(facts()[key].dimensions.values())}  # fmt: skip
    return _private(render(request, "facts/show.html", context))


@require_safe
@permitted(policies.can_see)
def as_csv(request: StaffRequest, key: str) -> HttpResponseBase:
    """The same as a CSV file."""
    found = _there(request, key)
    answer = StreamingHttpResponse(csv_out.csv_chunks(selectors.table(found)), content_type=csv_out.CONTENT_TYPE)  # fmt: skip
    return _private(answer, _name(found, "csv"))


@require_safe
@permitted(policies.can_see)
def as_xlsx(request: StaffRequest, key: str) -> HttpResponse:
    """The same as an Excel workbook, from right to left where the language is read so."""
    found = _there(request, key)
    out = BytesIO()
    made = datetime.combine(found.on, time())  # of the reading: the same file each time
    xlsx_out.write_xlsx(selectors.table(found, is_right_to_left=get_language_bidi()), out, made)
    return _private(HttpResponse(out.getvalue(), content_type=xlsx_out.CONTENT_TYPE), _name(found, "xlsx"))


def _days(key: str) -> list[date]:
    if key not in facts():
        raise Http404
    return selectors.dates(key)


def _shown(request: StaffRequest, key: str) -> Shown | None:
    """The reading that was asked for. An unreadable day is not there, like one before all readings."""
    asked = request.GET.get("on", "")
    try:
        return selectors.shown(key, get_language() or "en", date.fromisoformat(asked) if asked else None)
    except (ValueError, UnknownFact):
        raise Http404 from None


def _there(request: StaffRequest, key: str) -> Shown:
    found = _shown(request, key)
    if found is None:
        raise Http404
    return found


def _name(found: Shown, ending: str) -> str:
    return f"{found.fact.key}-{found.on.isoformat()}.{ending}"


def _private(answer: AnswerT, name: str = "") -> AnswerT:
    """What no disk keeps; with a name it is a file."""
    answer["Cache-Control"] = NO_STORE
    if name:
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
