# SPDX-License-Identifier: EUPL-1.2
"""What stands on record, as people call it: the trail itself holds keys only."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pristan.city.directory import unlisting
from pristan.doors.staff import scopes
from pristan.platform.accounts.names import names_of
from pristan.platform.audit.models import AuditEntry
from pristan.platform.claims import words as claims
from pristan.platform.power.roles import ROLES, known, role_words
from pristan.platform.reports import words as reports
from pristan.platform.review import registry
from pristan.platform.ui import lists
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
FACTORS: Final = {
    "totp": _("An app that shows codes"),
    "webauthn": _("Passkeys"),
    "recovery_codes": _("Recovery codes"),
}
SIDES: Final = {"city": _("The city's holds"), "pack": _("The pack's holds")}
IN_SESSION: Final = re.compile(r"^\[[^\]]*\] ?")
# A role as it stands in a reason (``str`` of a grant), and what may follow it.
ROLE: Final = re.compile(rf"(?P<role>{'|'.join(ROLES)}) of (?P<scope>[^:]+)(?P<rest>.*)", re.DOTALL)
Names = Mapping[str, str]
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
    names = _names(entries)
    return [
        Act(
            each,
            str(ACTS.get(each.what, each.what)),
            names.get(each.about_key) or f"{each.about_kind} {each.about_key}",
            _why(each, names),
        )
        for each in entries
    ]


def _names(entries: Iterable[AuditEntry]) -> Names:
    """Key -> name of people, of entries, and of what roles are held over: one question for each."""
    people = {each.about_key for each in entries if each.about_kind == "user"}
    keys = {each.about_key for each in entries if each.about_kind in NAMED_BY_ENTRIES}
    held = {found["scope"] for each in entries if (found := ROLE.search(each.why))}
    return names_of(people) | dict(registry.of("entry").titles(sorted(keys | held), language()))


def _why(entry: AuditEntry, names: Names) -> str:
    """The reason in words. What was done in a staff session begins with its number (see ``audit.services.in_session``)."""
    why = IN_SESSION.sub("", entry.why, count=1)
    tell = REASONS.get(entry.what)
    told = tell(why, names) if tell and why else why
    is_in_session = why != entry.why
    return ": ".join(filter(None, (gettext("Staff session"), told))) if is_in_session else told


def _fields(why: str, names: Names) -> str:
    label = registry.of("entry").label
    return lists.listed(label(field) for field in why.split(", "))


def _settled(why: str, names: Names) -> str:
    field, _colon, side = why.partition(": ")
    return f"{_fields(field, names)}: {SIDES.get(side, side)}"


def _role(why: str, names: Names) -> str:
    found = ROLE.fullmatch(why)
    if found is None:
        return why
    held, over = found["scope"], ""
    if known(found["role"]).over != "city":
        named = {held: names[held]} if names.get(held, held) != held else {}
        over = ": " + scopes.in_words(held, language(), named)
    return f"{role_words(found['role'])}{over}{found['rest']}"


def _checks(why: str, names: Names) -> str:
    words = dict(claims.checks())
    return lists.listed(words.get(each, each) for each in why.split(", "))


def _factor(why: str, names: Names) -> str:
    return str(FACTORS.get(why, why))


# How the fixed words that stand as a reason are told.
REASONS: Final[dict[str, Callable[[str, Names], str]]] = {
    **dict.fromkeys(("directory.entry.edited", "review.proposal.submitted"), _fields),
    **dict.fromkeys(("review.proposal.accepted", "review.trust.changed"), _fields),
    **dict.fromkeys(("power.role.given", "power.role.ended"), _role),
    **dict.fromkeys(
        ("power.invitation.sent", "power.invitation.accepted", "power.invitation.withdrawn"), _role
    ),
    **dict.fromkeys(("accounts.factor.added", "accounts.factor.removed"), _factor),
    **dict.fromkeys(
        ("claims.claim.refused", "claims.claim.withdrawn"), lambda why, _: claims.answer(why) or why
    ),
    "claims.claim.vetted": _checks,
    "directory.entry.unlisted": lambda why, _: dict(unlisting.reasons()).get(why, why),
    "directory.entry.withdrawn": lambda why, _: (
        gettext("It asked not to be listed.") if why == unlisting.WHY else why
    ),
    "reports.report.closed": lambda why, _: reports.answer(why) or why,
    "review.conflict.settled": _settled,
}
