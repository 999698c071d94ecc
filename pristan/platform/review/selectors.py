# SPDX-License-Identifier: EUPL-1.2
"""What people see of proposals: the queue of those who review, the own ones of those who write."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from pristan.platform.accounts.actors import Actor
from pristan.platform.packs.things import value_digest
from pristan.platform.review import registry, versions
from pristan.platform.review.differences import Row, rows
from pristan.platform.review.models import Proposal, Purge, Version
from pristan.platform.review.proposals import disputed
from pristan.platform.review.registry import Reviewed

HARMFUL = 7  # a place, a number, a secret


@dataclass(frozen=True)
class FieldChange:
    """One field of a proposal as a reviewer sees it: what the author saw, what is live, what is wanted."""

    field: str
    label: str
    base: Any
    live: Any
    wanted: Any
    is_disputed: bool
    rows: Sequence[Row]
    base_lines: Sequence[str]
    live_digest: str


def visible_to(actor: Actor | None) -> QuerySet[Proposal]:
    """Proposals that this actor may read: own ones, those of own organisations, all for those who review the city."""
    if actor is None or actor.kind != "person":
        return Proposal.objects.none()
    others = ~Q(state="draft")  # a draft is its author's alone
    if not (actor.holds("city_editor") or actor.holds("administrator")):
        organizations = actor.scopes("organization_editor") | actor.scopes("organization_manager")
        others &= Q(organization__in=organizations) & ~Q(organization="")
    return Proposal.objects.filter(Q(author=actor.id) | others)


def waiting(actor: Actor) -> QuerySet[Proposal]:
    """Those about which this actor may decide: sent, and by somebody else."""
    return visible_to(actor).filter(state="submitted").exclude(author=actor.id)


def drafts(actor: Actor) -> QuerySet[Proposal]:
    """The actor's own that nobody else sees yet."""
    return Proposal.objects.filter(author=actor.id, state="draft") if actor.id else Proposal.objects.none()


def queue(actor: Actor, *, organization: str = "", which: str = "") -> QuerySet[Proposal]:
    """What waits for a decision, most harmful first, then the oldest. ``which``: ``harmful``, ``other`` or all."""
    found = waiting(actor)
    if organization:
        found = found.filter(organization=organization)
    if which == "harmful":
        found = found.filter(harm__gte=HARMFUL)
    elif which == "other":
        found = found.filter(harm__lt=HARMFUL)
    return found.order_by("-harm", "submitted_at", "pk")


def own(actor: Actor) -> QuerySet[Proposal]:
    """The actor's own proposals, the newest first."""
    found = Proposal.objects.filter(author=actor.id) if actor.id else Proposal.objects.none()
    return found.order_by("-pk")


def titles(things: Iterable[tuple[str, str]], language: str) -> dict[tuple[str, str], str]:
    """(kind, key) -> how a person calls the thing: one question for each kind, however long the list is."""
    keys: dict[str, list[str]] = defaultdict(list)
    for kind, key in things:
        keys[kind].append(key)
    return {
        (kind, key): title
        for kind, listed in keys.items()
        for key, title in registry.of(kind).titles(listed, language).items()
    }


def changes(proposal: Proposal, language: str = "en") -> list[FieldChange]:
    """Each field of a proposal with its difference, in words of this language, for a page."""
    reviewed = registry.of(proposal.kind)
    live = reviewed.live(proposal.key) or {}
    fought = set(disputed(proposal, live))
    return [_change(reviewed, proposal, live, name, name in fought, language) for name in proposal.wanted]


def between(
    kind: str, before: Mapping[str, Any], after: Mapping[str, Any], language: str
) -> list[tuple[str, list[Row]]]:
    """(label, rows) of every field that differs between two states of a thing."""
    told = registry.of(kind)
    names = [
        name for name in {**before, **after} if before.get(name) != after.get(name) and told.is_shown(name)
    ]
    return [
        (
            told.label(name),
            rows(told.lines(name, before.get(name), language), told.lines(name, after.get(name), language)),
        )
        for name in names
    ]


def history(kind: str, key: str) -> QuerySet[Version]:
    """All versions of a thing, the newest first."""
    return Version.objects.filter(kind=kind, key=key).order_by("-number")


def purges(actor: Actor) -> list[Purge]:
    """Removals of values that this actor may decide about: those that wait come first, then the newest."""
    found = Purge.objects.order_by("-asked_at", "-pk")
    may = [each for each in found if registry.of(each.kind).can_review(actor, each.key, "")]
    return sorted(may, key=lambda each: each.state != "asked")


def purges_to_decide(actor: Actor) -> list[Purge]:
    """Those that wait for this actor: asked for by somebody else."""
    return [each for each in purges(actor) if each.state == "asked" and each.asked_by != actor.id]


def _change(
    reviewed: Reviewed,
    proposal: Proposal,
    live: Mapping[str, Any],
    name: str,
    is_disputed: bool,
    language: str,
) -> FieldChange:
    now, wanted = live.get(name), proposal.wanted[name]
    base = _base(proposal, name) if is_disputed else now
    return FieldChange(
        field=name, label=reviewed.label(name), base=base, live=now, wanted=wanted, is_disputed=is_disputed,
        rows=rows(reviewed.lines(name, now, language), reviewed.lines(name, wanted, language)),
        base_lines=reviewed.lines(name, base, language) if is_disputed else (), live_digest=value_digest(now),
    )  # fmt: skip


def _base(proposal: Proposal, name: str) -> Any:
    digest = proposal.base.get(name)
    return versions.value_with(proposal.kind, proposal.key, name, digest) if digest else None
