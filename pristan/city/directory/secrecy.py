# SPDX-License-Identifier: EUPL-1.2
"""What must go when a place becomes secret: not its locations only, but every text in which its address stands.

An address is recognised in all its forms (see ``core/traces``): inflected, shortened, in the address of a web page.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from pristan.city.directory import store, translated
from pristan.city.directory.refusals import PlaceSecret
from pristan.core.traces import Finder, finder
from pristan.platform.privacy.places import Removal
from pristan.platform.review import forgetting
from pristan.platform.review.models import Proposal, Version

# Beside these nothing of a text can hold an address, and the codes in them must stay as they are.
_CODED = frozenset({"kind", "language", "needs", "audiences", "subjects", "attributes", "relations", "provenance", "to_be_confirmed", "aliases"})  # fmt: skip


def ask(live: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    """Raises PlaceSecret for values that say where an entry is, while it is secret or as it becomes so."""
    if wanted.get("locations") and (live.get("is_location_secret") or wanted.get("is_location_secret")):
        raise PlaceSecret


def streets(fields: Mapping[str, Any]) -> list[str]:
    """The addresses of an entry, as its fields hold them."""
    return [each["address_1"] for each in fields.get("locations") or () if each.get("address_1")]


def forget_history(key: str, at: datetime, former: Iterable[str] = ()) -> set[str]:
    """Take every address that an entry ever had out of its versions and proposals, inside the caller's transaction; returns them."""
    rows = Version.objects.filter(kind="entry", key=key).values_list("before", "after")
    told = [fields for sides in rows for fields in sides]
    told += Proposal.objects.filter(kind="entry", key=key).values_list("wanted", flat=True)
    told += store.live([key]).values()
    every = {*former, *(street for fields in told for street in streets(fields))}
    if found := finder(every):
        forgetting.clean("entry", key, Removal(found, at))
    return every


def hidden(fields: Mapping[str, Any], former: Iterable[str] = ()) -> dict[str, Any]:
    """The changes (None removes a field) that take an entry's address out of everything that is said about it.

    ``former``: addresses that it had until now, beside those in its fields.
    """
    changes: dict[str, Any] = {"is_location_secret": True, "locations": None}
    told = fields.get("other_statements") or []
    kept = [each for each in told if each["field"] != "locations"]
    if kept != told:
        changes["other_statements"] = kept or None
    secret = finder([*streets(fields), *former])
    for name, value in fields.items():
        if translated.is_translation(name):
            if _is_lost(name, value, secret, are_statements_renumbered=kept != told):
                changes[name] = None
        elif secret and name not in _CODED and name != "locations":
            without = secret.without(changes.get(name, value))
            if without != value:
                changes[name] = without
    return changes


def _is_lost(field: str, value: Any, secret: Finder | None, *, are_statements_renumbered: bool) -> bool:
    """Does this translation fall? Readers then get the original, which holds the address no more."""
    _, path = translated.parse(field)
    if path.startswith("locations.") or (are_statements_renumbered and path.startswith("other_statements.")):
        return True
    return field.startswith(translated.PREFIX) and bool(secret and secret.stands_in(value["text"]))
