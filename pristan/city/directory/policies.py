# SPDX-License-Identifier: EUPL-1.2
"""Who may change the directory. Closed by default: what is not said here is not allowed."""

from collections.abc import Iterable
from typing import Final

from pristan.city.directory.models import Entry
from pristan.city.directory.translated import PREFIX, is_translation, parse
from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit, allow, refuse

EDITORS: Final = ("city_editor", "administrator")
MEMBERS: Final = ("organization_manager", "organization_editor")

# What an organisation may publish without review, where the city trusts it with the field.
TRUSTABLE: Final = frozenset(
    {
        "summary", "alternate_names", "website", "email", "phones", "contacts", "schedule", "costs", "is_free",
        "documents", "languages", "attributes", "locations",
    }
)  # fmt: skip
# What it may propose. The rest (where we know it from, how sure we are, ids) is the city editors' matter.
PROPOSABLE: Final = TRUSTABLE | {
    "name", "needs", "audiences", "eligibility", "is_open_to_all", "funding", "is_sensitive", "is_location_secret",
}  # fmt: skip


def edits_city(actor: Actor | None) -> bool:
    """A city editor, an administrator in a staff session, or the system itself."""
    return actor is not None and (actor.kind == "system" or any(actor.holds(role) for role in EDITORS))


def belongs(actor: Actor | None, organization: str) -> bool:
    """Does this actor work on the entries of this organisation?"""
    return (
        actor is not None and bool(organization) and any(actor.holds(role, organization) for role in MEMBERS)
    )


def can_edit(actor: Actor | None, entry: Entry) -> Permit:
    """May this actor change the entry, without anybody's review?"""
    if edits_city(actor):
        return allow("the city's editors keep the directory")
    return refuse("only city editors change entries without review; others propose a change")


def can_propose(actor: Actor | None, organization: str) -> Permit:
    """May this actor propose changes of an entry of this organisation?"""
    if edits_city(actor):
        return allow("the city's editors keep the directory")
    if belongs(actor, organization):
        return allow("it is an entry of your organisation")
    return refuse("changes are proposed by the organisation whose entry it is, and by city editors")


def can_propose_fields(actor: Actor | None, fields: Iterable[str]) -> Permit:
    """May this actor propose values of just these fields?"""
    if edits_city(actor):
        return allow("the city's editors keep the directory")
    if strange := sorted(name for name in fields if name not in PROPOSABLE and not is_translation(name)):
        return refuse(f"only city editors change {', '.join(strange)}")
    return allow("an organisation speaks for itself")


def can_review(actor: Actor | None) -> Permit:
    """May this actor decide about proposals?"""
    if edits_city(actor):
        return allow("the city's editors decide about proposals")
    return refuse("only city editors decide about proposals")


def can_withdraw(actor: Actor | None, organization: str) -> Permit:
    """May this actor take an entry from readers, and show it again? An organisation says itself that something ended."""
    if edits_city(actor):
        return allow("the city's editors keep the directory")
    if actor is not None and organization and actor.holds("organization_manager", organization):
        return allow("you answer for this organisation's entries")
    return refuse("an entry is taken away by a manager of its organisation, or by a city editor")


def can_entrust(actor: Actor | None) -> Permit:
    """May this actor say what an organisation publishes without review?"""
    if edits_city(actor):
        return allow("the city's editors answer for what is public")
    return refuse("only city editors say what an organisation publishes itself")


def can_unlist(actor: Actor | None, organization: str) -> Permit:
    """May this actor note that the organisation does not want to be listed, and take that back?"""
    if edits_city(actor):
        return allow("the city's editors keep the directory")
    if actor is not None and organization and actor.holds("organization_manager", organization):
        return allow("you answer for this organisation")
    return refuse("this is for a manager of the organisation, or a city editor")


def can_see_unlisted(actor: Actor | None) -> Permit:
    """May this actor read who asked not to be listed? The list itself could harm those on it."""
    if edits_city(actor):
        return allow("the city's editors keep the directory")
    return refuse("only city editors see who asked not to be listed")


def can_verify(actor: Actor | None, organization: str) -> Permit:
    """May this actor say that an entry was checked?"""
    if edits_city(actor) or belongs(actor, organization):
        return allow("whoever knows it may say that it is right")
    return refuse("an entry is checked by its organisation or by a city editor")


def can_see_openings(actor: Actor | None, organization: str) -> Permit:
    """May this actor see how often an entry was opened? Of its own entries an organisation may; small numbers stay hidden."""
    if edits_city(actor) or belongs(actor, organization):
        return allow("it is an entry that you keep")
    return refuse("how often an entry is opened is seen by its organisation and by city editors")


def can_see_entries(actor: Actor | None) -> Permit:
    """Is there anything of the directory for this actor on the signed-in side?"""
    if edits_city(actor) or (
        actor is not None and any(actor.scopes(role) for role in (*MEMBERS, "language_reviewer"))
    ):
        return allow("works on entries")
    return refuse("this is for people who work on entries")


def can_vouch(actor: Actor | None, language: str) -> Permit:
    """May this actor say that the texts in a language are right beside their originals? Of every entry, and of nothing else in it."""
    if actor is not None and actor.kind == "person" and actor.holds("language_reviewer", language):
        return allow("reads this language for the city")
    return refuse("a text is vouched for by whoever reviews its language")


def can_see_translations(actor: Actor | None) -> Permit:
    """Is there a language that this actor reviews?"""
    if actor is not None and actor.scopes("language_reviewer"):
        return allow("reviews a language")
    return refuse("this is for people who review a language")


def can_send_sheets(actor: Actor | None) -> Permit:
    """May this actor write entries by a spreadsheet? As far as they may propose: what each row needs is asked row by row."""
    if edits_city(actor) or (actor is not None and any(actor.scopes(role) for role in MEMBERS)):
        return allow("writes entries")
    return refuse("entries are written by their organisations and by city editors")


def can_add_entries(actor: Actor | None) -> Permit:
    """May this actor begin a new entry? An organisation its own; readers see it when the city's editors accepted it."""
    return can_send_sheets(actor)


def can_see_contacts(actor: Actor | None) -> Permit:
    """May this actor see in which entries a number, an address or a desk stands? Of the entries on which they may write."""
    return can_send_sheets(actor)


def can_copy(actor: Actor | None, entry: Entry) -> Permit:
    """May this actor begin a new entry from this one? An organisation does not make another organisation."""
    if edits_city(actor):
        return allow("the city's editors keep the directory")
    if entry.kind != "organization" and belongs(actor, entry.organization_key):
        return allow("it is an entry of your organisation")
    return refuse("entries are copied by their organisation; organisations by city editors")


def language_of(field: str) -> str:
    """The language of a translated text; empty for a field of the entry itself."""
    return parse(field)[0] if field.startswith(PREFIX) else ""
