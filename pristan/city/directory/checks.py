# SPDX-License-Identifier: EUPL-1.2
"""What no shape can say: ids that lead nowhere, days that do not exist, numbers nobody can dial, secrets in the open."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import unquote_plus

import phonenumbers

from pristan.city.directory import entry_units, rule_checks, shapes
from pristan.city.directory.unseen import bad_character
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.things import Thing

Keys = Mapping[str, set[str]]
# A street with a number, in the languages of the packs: what a secret place must never show.
_STREET = re.compile(
    r"\b(ulic\w{1,3}|cest\w{1,2}|trg\w{0,2}|nabrežj\w{1,3}|street|road|avenue|rua|praça|вулиц\w{1,2}|شارع)\b[^.;,]{0,40}\d",
    re.IGNORECASE,
)
_DATES = ("date", "as_of", "from", "to", "valid_from", "valid_to", "content_not_before")


def check(things: Sequence[Thing], keys: Keys) -> Iterator[Problem]:
    """All problems of meaning of all entries."""
    names = {str(alias) for thing in things for alias in thing.fields.get("aliases", ())} | keys["entry"]
    for thing in things:
        for rule in RULES:
            yield from rule(thing, keys, names)
    yield from _check_unique(things)


def _check_unique(things: Sequence[Thing]) -> Iterator[Problem]:
    seen: dict[str, Thing] = {}
    for thing in things:
        for name in (thing.key, *thing.fields.get("aliases", ())):
            if name in seen:
                other = seen[name].file.path
                yield thing.problem(
                    "aliases",
                    f"`{name}` is already an id or alias in {other}",
                    "Ids are never used twice: rename one.",
                )
            seen[name] = thing


def _dangling(thing: Thing, keys: Keys, names: set[str]) -> Iterator[Problem]:
    for field, at, key in _references(thing.fields):
        if key not in names:
            yield thing.problem(
                at,
                f"`{field}` names `{key}`, which is no entry",
                "Check the spelling; entries are called as their files.",
            )
    for field, scheme in (("needs", "needs"), ("audiences", "audiences"), ("subjects", "needs")):
        for position, key in enumerate(thing.fields.get(field, ()), 1):
            if f"{scheme}/{key}" not in keys["concept"]:
                mend = f"Choose one from thesaurus/concepts/{scheme}.yaml, or add it there."
                yield thing.problem(f"{field}.{position}", f"`{key}` is no concept of `{scheme}`", mend)
    for position, place in enumerate(thing.fields.get("locations", ()), 1):
        if place.get("district") and place["district"] not in keys["district"]:
            yield thing.problem(
                f"locations.{position}.district",
                f"`{place['district']}` is no district",
                "Choose one from districts.yaml.",
            )
    for code in (thing.fields.get("eligibility") or {}).get("legal_status", ()):
        if f"legal-statuses/{code}" not in keys["concept"]:
            yield thing.problem(
                "eligibility.legal_status",
                f"`{code}` is no legal status",
                "The codes stand in thesaurus/concepts/legal-statuses.yaml.",
            )


def _references(fields: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for at, relation in enumerate(fields.get("relations", ()), 1):
        yield "relations", f"relations.{at}", relation["to"]
    if entry := fields.get("organization", {}).get("entry"):
        yield "organization", "organization.entry", entry
    for at, statement in enumerate(fields.get("other_statements", ()), 1):
        if statement.get("from"):
            yield "other_statements", f"other_statements.{at}.from", statement["from"]
    procedure = fields.get("procedure", {})
    for name in ("prerequisites", "unlocks"):
        for at, key in enumerate(procedure.get(name, ()), 1):
            if not key.startswith("right:"):
                yield f"procedure.{name}", f"procedure.{name}.{at}", key


def _self_reference(thing: Thing, keys: Keys, names: set[str]) -> Iterator[Problem]:
    own = {thing.key, *thing.fields.get("aliases", ())}
    for field, at, key in _references(thing.fields):
        if key in own and field != "other_statements":
            yield thing.problem(at, f"`{field}` leads back to this entry itself", "Remove it.")


def _dates(thing: Thing, keys: Keys, names: set[str]) -> Iterator[Problem]:
    for path, value in _walk(thing.fields, ""):
        name = path.rsplit(".", 1)[-1]
        if name in _DATES and _is_whole_date(value) and not _is_day(value):
            yield thing.problem(path, f"{value} is not a day of any calendar", "Write the day as YYYY-MM-DD.")


def _is_whole_date(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 10 and value[:4].isdigit()


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _phones(thing: Thing, keys: Keys, names: set[str]) -> Iterator[Problem]:
    for at, phone in enumerate(thing.fields.get("phones", ()), 1):
        number = phone["number"]
        if number.startswith("+") and not can_be_dialled(number):
            yield thing.problem(
                f"phones.{at}.number",
                f"{number} cannot be dialled",
                "Check the country code and count the digits.",
            )
        elif not number.startswith("+") and len(number.replace(" ", "")) > 6:
            yield thing.problem(
                f"phones.{at}.number",
                f"{number} is not in international form",
                'Write it with the country code: "+386 1 …".',
            )


def _contact_phones(thing: Thing, keys: Keys, names: set[str]) -> Iterator[Problem]:
    for at, contact in enumerate(thing.fields.get("contacts", ()), 1):
        number = contact.get("phone", "")
        if number.startswith("+") and not can_be_dialled(number):
            yield thing.problem(
                f"contacts.{at}.phone",
                f"{number} cannot be dialled",
                "Check the country code and count the digits.",
            )


def can_be_dialled(number: str) -> bool:
    """Could a number in international form be one?"""
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(number, None))
    except phonenumbers.NumberParseException:
        return False


def has_brackets(text: str) -> bool:
    """Does a remark in brackets stand in an address?"""
    return bool(set(text) & set("()[]"))


def _addresses(thing: Thing, keys: Keys, names: set[str]) -> Iterator[Problem]:
    for at, place in enumerate(thing.fields.get("locations", ()), 1):
        for name in ("address_1", "city", "postal_code"):
            if has_brackets(place.get(name, "")):
                yield thing.problem(
                    f"locations.{at}.{name}",
                    "a remark in brackets stands in the address",
                    "Move it to `remark`.",
                )


def _secrets(thing: Thing, keys: Keys, names: set[str]) -> Iterator[Problem]:
    if not thing.fields.get("is_location_secret"):
        return
    mend = (
        "The address of this place must never be known: remove it. The way in is the phone or the web page."
    )
    if thing.fields.get("locations"):
        yield thing.problem("locations", "a secret place has a location", mend)
    for path, value in _walk(thing.fields, ""):
        name = path.removesuffix(".text") if path.startswith("texts.") else path
        if isinstance(value, str) and _STREET.search(unquote_plus(value)):
            yield thing.problem(
                name, f"an address stands in `{name}` of a secret place: {value[:60]!r}", mend
            )


def _sources(thing: Thing, keys: Keys, names: set[str]) -> Iterator[Problem]:
    count = len(thing.fields.get("sources", ()))
    for at, source in enumerate(thing.fields.get("sources", ()), 1):
        if not source.get("url") and not source.get("note"):
            yield thing.problem(
                f"sources.{at}",
                "a source without a web address needs a `note`",
                "Say what it is and where it can be seen.",
            )
    for name, provenance in thing.fields.get("provenance", {}).items():
        if name not in shapes.ENTRY:
            yield thing.problem(f"provenance.{name}", f"`{name}` is no field", "Name a key of this file.")
        if any(at > count for at in provenance.get("sources", ())):
            yield thing.problem(
                f"provenance.{name}",
                f"there are only {count} sources",
                "Sources are numbered from 1 in their order.",
            )
    for name in thing.fields.get("to_be_confirmed", ()):
        if name not in shapes.ENTRY:
            yield thing.problem("to_be_confirmed", f"`{name}` is no field", "Name a key of this file.")


def _characters(thing: Thing, keys: Keys, names: set[str]) -> Iterator[Problem]:
    for path, value in _walk(thing.fields, ""):
        if isinstance(value, str) and (bad := bad_character(value)):
            at = path.removesuffix(".text") if path.startswith("texts.") else path
            yield thing.problem(
                at,
                f"an invisible control character ({bad}) stands in the text",
                "Delete it; direction is set by the page.",
            )


def _ages(thing: Thing, keys: Keys, names: set[str]) -> Iterator[Problem]:
    asked = thing.fields.get("eligibility") or {}
    if (asked.get("age_min") or 0) > (asked.get("age_max") or 999):
        yield thing.problem("eligibility.age_min", "the lowest age is above the highest", "Swap them.")


def _walk(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for at, item in enumerate(value, 1):
            yield from _walk(item, f"{path}.{at}")
    else:
        yield path, value


Rule = Callable[[Thing, Keys, set[str]], Iterable[Problem]]
RULES: tuple[Rule, ...] = (
    _dangling,
    _self_reference,
    _dates,
    _phones,
    _contact_phones,
    _addresses,
    _secrets,
    _sources,
    _characters,
    _ages,
    entry_units.problems,
    rule_checks.check,
)
