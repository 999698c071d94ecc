# SPDX-License-Identifier: EUPL-1.2
"""Write a sheet: all of it in one transaction, or nothing. What its owner may not publish becomes proposals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from pristan.city.directory import policies, services
from pristan.city.directory.editing.wording import text
from pristan.city.directory.keys import key_of
from pristan.city.directory.models import SheetDraft
from pristan.city.directory.sheets import drafts
from pristan.city.directory.sheets.checking import Wanted, source_of
from pristan.city.directory.sheets.planning import Plan, plan
from pristan.city.directory.sheets.reading import Given
from pristan.platform.accounts.actors import Actor
from pristan.platform.packs.things import value_digest
from pristan.platform.review import proposals
from pristan.platform.review.proposals import Wish
from pristan.platform.review.registry import Cause


class NotReady(Exception):
    """Something is wrong or not answered (again: the city may have changed since the dry run). ``plan`` says what."""

    def __init__(self, found: Plan) -> None:
        super().__init__("the sheet is not ready to be written")
        self.plan = found


def write(*, uuid: UUID, actor: Actor, at: datetime) -> SheetDraft:
    """Look at the sheet once more and write it. Sent twice, it is written once. Raises DraftMissing, NotReady."""
    with transaction.atomic():
        draft = drafts.of(uuid, actor=actor, at=at, is_held=True)
        if draft.outcome:
            return draft
        found = plan(Given.restored(draft.rows), draft.choices, actor=actor, language=draft.language)
        if not found.is_ready:
            raise NotReady(found)
        drafts.finish(draft, _Writing(found, draft, actor, at).write())
    return draft


@dataclass
class _Writing:
    """One sheet on its way into the tables."""

    plan: Plan
    draft: SheetDraft
    actor: Actor
    at: datetime
    given_out: set[str] = field(default_factory=set)
    outcome: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("new", "changed", "proposed"), 0))

    def write(self) -> dict[str, int]:
        """How many entries are new, changed, proposed, unchanged, left out."""
        may_publish = policies.edits_city(self.actor)
        for each in self.plan.new:
            (self._create if may_publish else self._propose_new)(each)
        for each in self.plan.changes:
            (self._change if may_publish else self._propose)(each)
        return self.outcome | {"unchanged": self.plan.unchanged, "left_out": self.plan.left_out}

    def _create(self, each: Wanted) -> None:
        cause = Cause("sheet", each.source)
        services.create(
            key=self._key(each), fields=_with_source(each), actor=self.actor, at=self.at, cause=cause
        )
        self.outcome["new"] += 1

    def _change(self, each: Wanted) -> None:
        fields = {**each.fields, **_sourced(each, self.plan.live[each.key])}
        services.write(key=each.key, fields=fields, actor=self.actor, at=self.at, cause=Cause("sheet", each.source))  # fmt: skip
        self.outcome["changed"] += 1

    def _propose_new(self, each: Wanted) -> None:
        self._send(each, Wish("entry", self._key(each), _with_source(each), {}, each.source, is_new=True, token=self._token(each)))  # fmt: skip

    def _propose(self, each: Wanted) -> None:
        live = self.plan.live[each.key]
        base = {name: value_digest(live[name]) for name in each.fields if live.get(name) is not None}
        self._send(each, Wish("entry", each.key, each.fields, base, each.source, token=self._token(each)))

    def _send(self, each: Wanted, wish: Wish) -> None:
        done = proposals.propose(wish, actor=self.actor, at=self.at)
        self.outcome["proposed" if done.proposal else "changed"] += 1

    def _token(self, each: Wanted) -> UUID:
        """The same row of the same sheet is one proposal."""
        return uuid5(self.draft.uuid, str(each.row.number))

    def _key(self, each: Wanted) -> str:
        key = key_of(text(each.fields["name"]), str(each.fields["language"]), self.given_out)
        self.given_out.add(key)
        return key


def _with_source(each: Wanted) -> dict[str, Any]:
    """A new entry is read where its row says."""
    return {
        **each.fields,
        "sources": [source_of(each.source, each.as_of)],
        **({"as_of": each.as_of} if each.as_of else {}),
    }


def _sourced(each: Wanted, live: Mapping[str, Any]) -> dict[str, Any]:
    """The source of a change stands beside the fields that it changed."""
    source = source_of(each.source, each.as_of)
    sources = list(live.get("sources") or ())
    if source not in sources:
        sources.append(source)
    said = {"sources": [sources.index(source) + 1], **({"as_of": each.as_of} if each.as_of else {})}
    provenance = dict(live.get("provenance") or {})
    for name, value in each.fields.items():
        provenance.pop(name, None)
        if value is not None:
            provenance[name] = said
    return {"sources": sources, "provenance": provenance or None}
