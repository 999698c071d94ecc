# SPDX-License-Identifier: EUPL-1.2
"""What waits on the desks of a demo, so that none is empty: a proposal, a report, a claim, a conflict. Each says that it is the demo's."""

from collections.abc import Mapping
from datetime import datetime

from pristan.city.directory import selectors, services
from pristan.city.directory.models import Entry
from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.models import User
from pristan.platform.claims import services as claims
from pristan.platform.claims.models import Claim
from pristan.platform.packs.models import OpenConflict
from pristan.platform.packs.things import value_digest
from pristan.platform.power.selectors import actor_of
from pristan.platform.published import services as published
from pristan.platform.reports import services as reports
from pristan.platform.reports.models import Report
from pristan.platform.review import proposals
from pristan.platform.review.models import Proposal
from pristan.platform.review.proposals import Wish

MARK = "demo"
CITY, PACK = (f" ({MARK}: {side})" for side in ("city", "pack"))


def plant(people: Mapping[str, User], *, organization: str, at: datetime) -> None:
    """About the first entry of this organisation; nothing where it has none. ``people``: by the keys of their roles."""
    entry = _entry(organization)
    if entry is None:
        return
    if not OpenConflict.objects.exists():
        _conflict(entry, actor_of(people["city_editor"], at=at), at)
    if not Proposal.objects.exists():
        _proposal(entry, actor_of(people["organization_editor"], at=at), at)
    if not Report.objects.exists():
        reports.report(
            kind="entry", key=entry.key, language=entry.language, matters=["hours"], text=MARK, contact="",
            today=selectors.city_today(at),
        )  # fmt: skip
    if not Claim.objects.exists() and Entry.objects.published().filter(key=organization).exists():
        claims.claim(
            kind="entry", key=organization, language=entry.language, role=MARK, email="office@demo.invalid", page="",
            reception="", known_at=MARK, today=selectors.city_today(at), at=at,
        )  # fmt: skip


def _entry(organization: str) -> Entry | None:
    found = Entry.objects.published().filter(organization_key=organization, is_sensitive=False)
    return found.order_by("key").first()


def _conflict(entry: Entry, editor: Actor, at: datetime) -> None:
    """The city says one thing, and the pack another one, as if a load had found it; again where the last one was settled."""
    before = entry.summary.removesuffix(CITY).removesuffix(PACK)
    services.edit(key=entry.key, fields={"summary": before + CITY}, actor=editor, at=at, why=MARK)
    published.catch_up(at=at)
    OpenConflict.objects.create(
        kind="entry", key=entry.key, field="summary", path=f"{entry.key}.yaml", line=1,
        value=before + PACK, base=value_digest(before) if before else "",
    )  # fmt: skip


def _proposal(entry: Entry, author: Actor, at: datetime) -> None:
    wish = Wish("entry", entry.key, {"funding": [{"text": MARK}]}, {}, source=MARK, comment=MARK)
    proposals.propose(wish, actor=author, at=at)
