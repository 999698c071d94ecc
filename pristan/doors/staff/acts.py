# SPDX-License-Identifier: EUPL-1.2
"""What stands on record, as people call it: the trail itself holds keys only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from pristan.platform.accounts.names import names_of
from pristan.platform.audit.models import AuditEntry
from pristan.platform.review import registry
from pristan.platform.ui.languages import language

ACTS: Final = {
    "accounts.factor.added": _("Second factor added"),
    "accounts.factor.removed": _("Second factor removed"),
    "accounts.factor.taken": _("Second factor taken away by an administrator"),
    "accounts.password.changed": _("Password changed"),
    "accounts.person.erased": _("Person forgotten"),
    "accounts.person.exported": _("Own data downloaded"),
    "accounts.person.joined": _("Account made"),
    "accounts.person.left": _("Account closed, as nobody used it"),
    "accounts.person.locked": _("Account locked"),
    "accounts.person.unlocked": _("Account unlocked"),
    "accounts.session.began": _("Sign-in"),
    "accounts.session.refused": _("Sign-in refused"),
    "claims.claim.granted": _("Claim granted"),
    "claims.claim.refused": _("Claim refused"),
    "claims.claim.vetted": _("Claim checked"),
    "claims.claim.withdrawn": _("Claim taken back"),
    "directory.entry.created": _("Entry made"),
    "directory.entry.edited": _("Entry changed"),
    "directory.entry.listed_again": _("Organisation listed again"),
    "directory.entry.published": _("Entry shown to readers"),
    "directory.entry.renamed": _("Address of the page changed"),
    "directory.entry.unlisted": _("Organisation not listed any more"),
    "directory.entry.verified": _("Entry checked"),
    "directory.entry.withdrawn": _("Entry taken away"),
    "directory.location.made_secret": _("Address made secret"),
    "packs.pack.loaded": _("City pack loaded"),
    "power.invitation.accepted": _("Invitation accepted"),
    "power.invitation.sent": _("Invitation sent"),
    "power.invitation.withdrawn": _("Invitation taken back"),
    "power.page.seen": _("Page about people opened"),
    "power.role.ended": _("Role ended"),
    "power.role.given": _("Role given"),
    "power.session.ended": _("Staff session ended"),
    "power.session.opened": _("Staff session opened"),
    "privacy.field.stripped": _("Values deleted, as their time was over"),
    "privacy.rows.deleted": _("Rows deleted, as their time was over"),
    "reports.report.closed": _("Report closed"),
    "reports.report.taken": _("Report taken up"),
    "review.conflict.settled": _("Conflict of pack and city settled"),
    "review.proposal.accepted": _("Proposal published"),
    "review.proposal.refused": _("Proposal refused"),
    "review.proposal.returned": _("Proposal sent back"),
    "review.proposal.submitted": _("Proposal sent"),
    "review.proposal.withdrawn": _("Proposal taken back"),
    "review.purge.asked": _("Removal for good asked for"),
    "review.purge.done": _("Value removed for good"),
    "review.purge.withdrawn": _("Removal for good not wanted any more"),
    "review.trust.changed": _("What is published at once changed"),
    "translations.text.reviewed": _("Translation checked"),
}
# What these say as a reason are the fields that they were about.
OF_FIELDS: Final = frozenset(
    {
        "directory.entry.edited",
        "review.proposal.submitted",
        "review.proposal.accepted",
        "review.trust.changed",
    }
)
NAMED_BY_ENTRIES: Final = ("entry", "organization")


@dataclass(frozen=True)
class Act:
    """One line of the record for a page."""

    entry: AuditEntry
    what: str
    thing: str
    why: str


def in_words(entries: Sequence[AuditEntry]) -> list[Act]:
    """The lines as people read them; a key where nobody has words for it."""
    things = _things(entries)
    return [
        Act(each, str(ACTS.get(each.what, each.what)), things.get(each.about_key, each.about_key), _why(each))
        for each in entries
    ]


def _things(entries: Iterable[AuditEntry]) -> dict[str, str]:
    keys = {each.about_key for each in entries if each.about_kind in NAMED_BY_ENTRIES}
    people = {each.about_key for each in entries if each.about_kind == "user"}
    return names_of(people) | dict(registry.of("entry").titles(sorted(keys), language()))


def _why(entry: AuditEntry) -> str:
    if entry.what not in OF_FIELDS or not entry.why:
        return entry.why
    session, bracket, fields = entry.why.rpartition("] ")
    label = registry.of("entry").label
    return session + bracket + ", ".join(label(field) for field in fields.split(", "))
