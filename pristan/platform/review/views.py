# SPDX-License-Identifier: EUPL-1.2
"""Staff screens of proposals: the queue of those who decide, the own ones of those who write, and one of them."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from pristan.platform.accounts.names import names_of
from pristan.platform.accounts.permits import Permit
from pristan.platform.lifecycle.errors import MovedMeanwhile, MoveNotAllowed
from pristan.platform.power.access import StaffRequest, permitted
from pristan.platform.published import services as published
from pristan.platform.review import policies, proposals, registry, selectors, words
from pristan.platform.review.errors import (
    ChangedMeanwhile,
    KeyTaken,
    NothingProposed,
    OwnProposal,
    ProposalMissing,
    SourceMissing,
    ValueRefused,
)
from pristan.platform.review.lifecycle import OPEN
from pristan.platform.review.models import Proposal
from pristan.platform.ui import paging
from pristan.platform.ui.languages import language

PAGE = 25
SHOWN = "shown-"  # begins the names of the digests in the form
REFUSALS = (
    ChangedMeanwhile, OwnProposal, NothingProposed, KeyTaken, ValueRefused, MoveNotAllowed, MovedMeanwhile,
)  # fmt: skip


@require_safe
@permitted(policies.can_review)
def queue(request: StaffRequest) -> HttpResponse:
    """What waits for a decision, the most harmful first."""
    given = {name: request.GET.get(name, "")[:120] for name in ("organization", "which")}
    context = _listed(request, selectors.queue(request.actor, **given)) | given | {"is_queue": True}
    return render(request, "review/list.html", context)


@require_safe
@permitted(policies.can_propose)
def own(request: StaffRequest) -> HttpResponse:
    """One's own proposals, and what became of them."""
    context = _listed(request, selectors.own(request.actor)) | {"is_queue": False}
    return render(request, "review/list.html", context)


@require_safe
@permitted(policies.can_propose)
def one(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """One proposal: what it changes, what was said, what can be done."""
    return _page(request, _seen(request, uuid))


@require_POST
@permitted(policies.can_review)
def decide(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """Publish what is ticked, refuse the rest with a reason; or refuse all of it."""
    proposal = _seen(request, uuid)
    given = request.POST
    taken = set() if "refuse" in given else set(given.getlist("take")) & proposal.wanted.keys()
    left = proposal.wanted.keys() - taken
    if (left or not taken) and not given.get("reason", "").strip():
        part, whole = (
            gettext("Say why you leave out a part of it."),
            gettext("Say why, so that the author can learn from it."),
        )
        return _page(request, proposal, slip=part if taken else whole)
    try:
        if taken:
            _publish(request, proposal, left)
        else:
            _refuse(request, proposal)
    except ProposalMissing as error:
        raise Http404 from error
    except REFUSALS as error:
        return _page(request, _seen(request, uuid), slip=words.of(error))
    return redirect("review:queue")


def _publish(request: StaffRequest, proposal: Proposal, left: Iterable[str]) -> None:
    given = request.POST
    seen = {name: given.get(f"seen-{name}", "") for name in proposal.wanted if given.get(f"over-{name}")}
    proposals.accept(
        uuid=proposal.uuid, shown=_shown(request), refused=dict.fromkeys(left, given.get("reason", "")), seen=seen,
        actor=request.actor, at=request.at,
    )  # fmt: skip
    published.soon(at=request.at)
    messages.success(request, gettext("Published."))


def _refuse(request: StaffRequest, proposal: Proposal) -> None:
    reason = request.POST.get("reason", "")
    proposals.refuse(
        uuid=proposal.uuid, shown=_shown(request), reason=reason, actor=request.actor, at=request.at
    )
    messages.success(request, gettext("Refused. The author reads your reason."))


def _shown(request: StaffRequest) -> dict[str, str]:
    """The digests of what stood on the page."""
    return {
        name.removeprefix(SHOWN): str(digest)
        for name, digest in request.POST.items()
        if name.startswith(SHOWN)
    }


@require_POST
@permitted(policies.can_propose)
def talk(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """Write to the other side; reviewers may send the proposal back with it."""
    send_back = "send_back" in request.POST
    return _act(
        request, uuid, gettext("Sent back to its author.") if send_back else gettext("Your words are there."),
        lambda: proposals.comment(
            uuid=uuid, text=request.POST.get("text", ""), actor=request.actor, at=request.at, send_back=send_back
        ),
    )  # fmt: skip


@require_POST
@permitted(policies.can_propose)
def submit(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """Send a draft to those who decide."""
    source = request.POST.get("source", "")
    return _act(
        request, uuid, gettext("Sent to the city's editors."),
        lambda: proposals.submit(uuid=uuid, source=source, actor=request.actor, at=request.at),
    )  # fmt: skip


@require_POST
@permitted(policies.can_propose)
def withdraw(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """Take a proposal back."""
    done = gettext("Taken back.")
    return _act(
        request, uuid, done, lambda: proposals.withdraw(uuid=uuid, actor=request.actor, at=request.at)
    )


def _act(request: StaffRequest, uuid: UUID, done: str, act: Callable[[], Any]) -> HttpResponse:
    proposal = _seen(request, uuid)
    try:
        act()
    except ProposalMissing as error:
        raise Http404 from error
    except (MoveNotAllowed, MovedMeanwhile, SourceMissing, ValueRefused) as error:
        return _page(request, proposal, slip=words.of(error))
    messages.success(request, done)
    return redirect("review:proposal", uuid=uuid)


def _page(request: StaffRequest, proposal: Proposal, *, slip: str = "") -> HttpResponse:
    reviewed = registry.of(proposal.kind)
    is_own = proposal.author == request.actor.id
    permit: Permit = reviewed.can_review(request.actor, proposal.key, proposal.organization)
    comments = list(proposal.comments.all())
    context = {
        "proposal": proposal, "title": _new_name(proposal) or reviewed.title(proposal.key, language()), "url": reviewed.url(proposal.key),
        "changes": selectors.changes(proposal, language()), "decisions": _decisions(proposal, reviewed),
        "comments": comments, "names": names_of([proposal.author, *(each.author for each in comments)]),
        "is_own": is_own, "is_open": proposal.state in OPEN, "sections": reviewed.sections(proposal.key, proposal.wanted),
        "may_decide": bool(permit) and not is_own and proposal.state == "submitted", "slip": slip,
        "shown": {f"{SHOWN}{name}": digest for name, digest in proposals.digests(proposal).items()},
        "previews": reviewed.previews(str(proposal.uuid), proposal.key) if proposal.state in OPEN else (),
    }  # fmt: skip
    return render(request, "review/proposal.html", context, status=409 if slip else 200)


def _decisions(proposal: Proposal, reviewed: registry.Reviewed) -> list[tuple[str, bool, str]]:
    return [(reviewed.label(each.field), each.is_accepted, each.reason) for each in proposal.decisions.all()]


def _seen(request: StaffRequest, uuid: UUID) -> Proposal:
    found = selectors.visible_to(request.actor).filter(uuid=uuid).first()
    if found is None:
        raise Http404
    return found


def _listed(request: StaffRequest, found: QuerySet[Proposal]) -> dict[str, Any]:
    page = paging.page(found, request, size=PAGE)
    things = [(each.kind, key) for each in page for key in (each.key, each.organization) if key]
    titles = selectors.titles(things, language())
    shown = [
        (
            each,
            _new_name(each) or titles[each.kind, each.key],
            titles.get((each.kind, each.organization), ""),
            [registry.of(each.kind).label(name) for name in each.wanted],
        )
        for each in page
    ]
    return {"page": page, "proposals": shown, "names": names_of([each.author for each in page])}


def _new_name(proposal: Proposal) -> str:
    return registry.of(proposal.kind).called(proposal.wanted) if proposal.is_new else ""
