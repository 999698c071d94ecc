# SPDX-License-Identifier: EUPL-1.2
"""Change one section of an entry, or of a proposal that is still open; closed for some days in two clicks."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from pristan.city.directory import policies, selectors, store
from pristan.city.directory.editing import carrying
from pristan.city.directory.editing.carrying import Question
from pristan.city.directory.editing.closing import ClosedForm, next_week
from pristan.city.directory.editing.sections import HoursForm, Section, SectionForm, sections_of
from pristan.city.directory.editing.sending import SendForm
from pristan.city.directory.models import Entry
from pristan.city.directory.services import EntryMissing
from pristan.city.directory.views.showing import live_of, tell, tell_others, typed, writable
from pristan.platform.power.access import FORM, StaffRequest, permitted
from pristan.platform.published import services as published
from pristan.platform.review import proposals, words
from pristan.platform.review import selectors as review
from pristan.platform.review.errors import NothingProposed, ProposalMissing, SourceMissing, ValueRefused
from pristan.platform.review.lifecycle import OPEN
from pristan.platform.review.models import Proposal
from pristan.platform.review.proposals import Wish
from pristan.platform.ui.languages import language


@FORM
@permitted(policies.can_see_entries)
def change(request: StaffRequest, key: str, section: str) -> HttpResponse:
    """Change one section of an entry."""
    entry = writable(request, key)
    chosen = _section(section, {"is_location_secret": entry.is_location_secret})
    live = store.some(entry, chosen.needs)
    form, send = _forms(request, chosen, live, live)
    question = None
    if request.method == "POST" and form.is_valid() and send.is_valid():
        question = _question(request, entry, form, send)
        if not question.is_open:
            try:
                return _sent(request, send.wish(key, form.wanted()), question)
            except (NothingProposed, SourceMissing, ValueRefused) as error:
                _refused(form, send, error)
    return _page(request, chosen, form, send, {"entry": entry, "question": question})


def _question(request: StaffRequest, entry: Entry, form: SectionForm, send: SendForm) -> Question:
    try:
        return carrying.ask(entry, form, send.cleaned_data["base"], request.POST, request.actor)
    except EntryMissing as error:
        raise Http404 from error


def _sent(request: StaffRequest, wish: Wish, question: Question) -> HttpResponse:
    is_draft = "draft" in request.POST
    sent = carrying.send(wish, question, actor=request.actor, at=request.at, is_draft=is_draft)
    if sent.has_published:
        published.soon(at=request.at)
    tell(request, sent.own)
    tell_others(request, sent.others)
    if sent.own.changed_meanwhile and sent.own.proposal is not None:
        return redirect("review:proposal", uuid=sent.own.proposal.uuid)
    return redirect("directory:entry", key=wish.key)


@FORM
@permitted(policies.can_see_entries)
def rewrite(request: StaffRequest, uuid: UUID, section: str) -> HttpResponse:
    """Go on writing a proposal of one's own: what it says stands in the form, and the rest of the entry beside it."""
    proposal = Proposal.objects.filter(
        uuid=uuid, author=request.actor.id, kind="entry", state__in=OPEN
    ).first()
    if proposal is None or not review.visible_to(request.actor).filter(pk=proposal.pk).exists():
        raise Http404
    live = store.live([proposal.key]).get(proposal.key, {})
    shown = {**live, **_said(proposal)}
    chosen = _section(section, shown)
    form, send = _forms(request, chosen, shown, live)
    if request.method == "POST" and form.is_valid() and send.is_valid():
        try:
            _rewrite(request, proposal, chosen, form, send, live)
            return redirect("review:proposal", uuid=uuid)
        except ProposalMissing as error:  # decided meanwhile
            raise Http404 from error
        except ValueRefused as error:
            _refused(form, send, error)
    return _page(request, chosen, form, send, {"proposal": proposal})


@FORM
@permitted(policies.can_see_entries)
def closed(request: StaffRequest, key: str) -> HttpResponse:
    """Closed next week, in two clicks: the days are filled in already."""
    entry = writable(request, key)
    form = ClosedForm(typed(request), initial=next_week(selectors.city_today(request.at)))
    if request.method == "POST" and form.is_valid():
        try:
            outcome = proposals.propose(form.wish(key, live_of(entry)), actor=request.actor, at=request.at)
        except NothingProposed:
            messages.success(request, gettext("These days stand there already."))
            return redirect("directory:entry", key=key)
        except ValueRefused as error:
            form.add_error("remark", words.of(error))
        else:
            if outcome.published:
                published.soon(at=request.at)
            tell(request, outcome)
            return redirect("directory:entry", key=key)
    context = {"entry": entry, "form": form}
    return render(request, "directory/closed.html", context, status=422 if form.errors else 200)


def _section(key: str, shown: dict[str, Any]) -> Section:
    try:
        return sections_of(shown)[key]
    except KeyError as error:
        raise Http404 from error


def _forms(
    request: StaffRequest, section: Section, shown: dict[str, Any], live: dict[str, Any]
) -> tuple[SectionForm, SendForm]:
    data = typed(request)
    more = {"today": selectors.city_today(request.at).isoformat()} if section.form is HoursForm else {}
    form = section.form(data, live=shown, language=language(), **more)
    return form, SendForm.for_fields(data, section.fields, live)


def _rewrite(
    request: StaffRequest,
    proposal: Proposal,
    section: Section,
    form: SectionForm,
    send: SendForm,
    live: dict[str, Any],
) -> None:
    """What the section says now, and what the proposal said of others."""
    given = {name: value for name, value in form.wanted().items() if value != live.get(name)}
    kept = {name: value for name, value in proposal.wanted.items() if name not in section.fields}
    sent = send.cleaned_data
    base = {name: proposal.base.get(name, "") for name in kept} | {
        name: sent["base"].get(name, "") for name in given
    }
    proposals.rewrite(
        uuid=proposal.uuid, wanted=kept | given, base=base, source=sent["source"] or proposal.source,
        comment=sent["comment"] or proposal.comment, actor=request.actor, at=request.at,
    )  # fmt: skip


def _refused(form: SectionForm, send: SendForm, error: Exception) -> None:
    if isinstance(error, SourceMissing):
        send.add_error(
            "source",
            gettext(
                "Say where this is known from: an address on the web, or words such as “our own decision”."
            ),
        )
    elif isinstance(error, NothingProposed):
        form.add_error(
            None, gettext("Nothing is different from what readers see now. Change something, then send it.")
        )
    else:
        form.add_error(None, str(error) if type(error) is ValueRefused else words.of(error))


def _said(proposal: Proposal) -> dict[str, Any]:
    said: dict[str, Any] = proposal.wanted
    return said


def _page(
    request: StaffRequest, section: Section, form: SectionForm, send: SendForm, more: dict[str, Any]
) -> HttpResponse:
    entry: Entry | None = more.get("entry")
    is_wrong = form.is_bound and (not form.is_valid() or send.errors or form.errors)
    context = {
        "section": section,
        "is_wrong": is_wrong,
        "form": form,
        "send": send,
        "key": entry.key if entry else more["proposal"].key,
        **more,
    }
    return render(request, "directory/change.html", context, status=422 if is_wrong else 200)
