# SPDX-License-Identifier: EUPL-1.2
"""A spreadsheet of entries: take the template, send it, look at what it would do, answer, write."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from pristan.city.directory import policies
from pristan.city.directory.editing import wording
from pristan.city.directory.models import SheetDraft
from pristan.city.directory.sheets import drafts, importing, reading
from pristan.city.directory.sheets import template as templates
from pristan.city.directory.sheets.checking import Wanted
from pristan.city.directory.sheets.drafts import DraftMissing
from pristan.city.directory.sheets.planning import Plan, Question, plan
from pristan.city.directory.sheets.reading import Given
from pristan.platform.power.access import FORM, StaffRequest, permitted
from pristan.platform.published import services as published
from pristan.platform.review.differences import Row, rows
from pristan.platform.tables.errors import NotASheet, SheetRefused, TooBig
from pristan.platform.tables.xlsx_out import CONTENT_TYPE
from pristan.platform.ui import lists
from pristan.platform.ui.languages import language

ASKED = 25  # questions on one page
SHOWN = 200  # slips, and changes, on one page


@dataclass(frozen=True)
class Shown:
    """One row that changes an entry, field by field, for a page."""

    number: int
    key: str
    name: str
    fields: list[tuple[str, list[Row]]]


@FORM
@permitted(policies.can_send_sheets)
def send(request: StaffRequest) -> HttpResponse:
    """Take a template, and send a sheet. The file is read at once and kept nowhere."""
    slip = ""
    if request.method == "POST":
        try:
            found = reading.given(_bytes(request))
            draft = drafts.keep(found, language=language(), actor=request.actor, at=request.at)
        except SheetRefused as error:
            slip = str(error)
        else:
            return redirect("directory:sheet", uuid=draft.uuid)
    context = {"slip": slip, "most": settings.SHEET_ENTRIES, "megabytes": settings.SHEET_MEGABYTES}
    return render(request, "directory/sheets.html", context, status=422 if slip else 200)


@require_safe
@permitted(policies.can_send_sheets)
def template(request: StaffRequest) -> HttpResponse:
    """The workbook to fill in, with an example or (``?entries=own``) with one's own entries to correct."""
    entries = templates.own_entries(request.actor) if request.GET.get("entries") == "own" else {}
    out = BytesIO()
    templates.write(out, language=language(), entries=entries, made=request.at)
    answer = HttpResponse(out.getvalue(), content_type=CONTENT_TYPE)
    name = "entries" if entries else "template"
    answer["Content-Disposition"] = f'attachment; filename="pristan-{name}-{language()}.xlsx"'
    return answer


@require_safe
@permitted(policies.can_send_sheets)
def look(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """The dry run: every cell that is wrong, what a person has to say, what would change."""
    return _page(request, _draft(request, uuid))


@require_POST
@permitted(policies.can_send_sheets)
def answer(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """Keep what was said of matches, forget it (``again``), or throw the sheet away (``drop``)."""
    draft = _draft(request, uuid)
    if "drop" in request.POST:
        draft.delete()
        messages.success(request, gettext("The sheet is thrown away. Nothing was written."))
        return redirect("directory:sheets")
    if "again" in request.POST:
        drafts.ask_again(draft)
    else:
        said = {name.removeprefix("row-"): str(value) for name, value in request.POST.items() if name.startswith("row-")}  # fmt: skip
        drafts.answer(draft, said)
    return redirect("directory:sheet", uuid=uuid)


@require_POST
@permitted(policies.can_send_sheets)
def write(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """Write all of it, or nothing."""
    try:
        importing.write(uuid=uuid, actor=request.actor, at=request.at)
    except DraftMissing as error:
        raise Http404 from error
    except importing.NotReady:
        return _page(request, _draft(request, uuid), is_refused=True)
    published.soon(at=request.at)
    return redirect("directory:sheet", uuid=uuid)


def _bytes(request: StaffRequest) -> bytes:
    """What was sent. Larger files never reach us, so that nothing there may also mean too much."""
    sent = request.FILES.get("sheet")
    if sent is not None:
        return bytes(sent.read())
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        raise TooBig(gettext("The file is larger than %(most)d megabytes. Split it into several files."), settings.SHEET_MEGABYTES)  # fmt: skip
    raise NotASheet(gettext("Choose a file first."))


def _draft(request: StaffRequest, uuid: UUID) -> SheetDraft:
    try:
        return drafts.of(uuid, actor=request.actor, at=request.at)
    except DraftMissing as error:
        raise Http404 from error


def _page(request: StaffRequest, draft: SheetDraft, *, is_refused: bool = False) -> HttpResponse:
    if draft.outcome:
        return render(request, "directory/sheet_done.html", {"outcome": draft.outcome})
    found = plan(Given.restored(draft.rows), draft.choices, actor=request.actor, language=draft.language)
    context: dict[str, Any] = {
        "draft": draft, "plan": found, "is_refused": is_refused, "rows": len(found.given.rows),
        "slips": found.slips[:SHOWN], "more_slips": max(0, len(found.slips) - SHOWN),
        "questions": [_asked(each, found) for each in found.questions[:ASKED]],
        "more_questions": max(0, len(found.questions) - ASKED),
        "new": [(each.row.number, wording.text(each.fields.get("name"))) for each in found.new[:SHOWN]],
        "changes": [_shown(each, found) for each in found.changes[:SHOWN]],
        "publishes": policies.edits_city(request.actor),
    }  # fmt: skip
    return render(request, "directory/sheet.html", context, status=409 if is_refused else 200)


def _asked(question: Question, found: Plan) -> dict[str, Any]:
    shared = [wording.label(name) for name in question.likeness.shared]
    return {"question": question, "shared": lists.listed(shared), "change": _shown(question.change, found)}


def _shown(each: Wanted, found: Plan) -> Shown:
    live = found.live[each.key]
    fields = [
        (wording.label(name), rows(wording.lines(name, live.get(name), language()), wording.lines(name, value, language())))
        for name, value in each.fields.items()
    ]  # fmt: skip
    return Shown(each.row.number, each.key, wording.text(live.get("name")), fields)
