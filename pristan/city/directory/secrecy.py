# SPDX-License-Identifier: EUPL-1.2
"""What must go when a place becomes secret: not its locations only, but every text in which its address stands.

An address is recognised in its inflected and shortened forms too ("na Tobačni 5" for "Tobačna ulica 5").
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote_plus, urlsplit

from pristan.city.directory import translated

GONE = "…"
# Words that people leave out when they say where something is.
_OPTIONAL = re.compile(r"(ulic|cest|trg|nabrež|pot\b|street|road|avenue|rua|praça)\w*", re.IGNORECASE)
# Beside these nothing of a text can hold an address, and the codes in them must stay as they are.
_CODED = frozenset({"kind", "language", "needs", "audiences", "subjects", "attributes", "relations", "provenance", "to_be_confirmed", "aliases"})  # fmt: skip


def streets(fields: Mapping[str, Any]) -> list[str]:
    """The addresses of an entry, as its fields hold them."""
    return [each["address_1"] for each in fields.get("locations") or () if each.get("address_1")]


def finder(addresses: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of the addresses in a text; None where there is none to be found."""
    found = [pattern for each in addresses if (pattern := _pattern(each))]
    return re.compile("|".join(found), re.IGNORECASE) if found else None


def _pattern(address: str) -> str:
    parts = []
    for word in re.findall(r"[\w/-]+", address):
        ending = re.escape(word[:-1]) + r"\w{0,3}" if word.isalpha() and len(word) > 4 else re.escape(word)
        parts.append(rf"(?:{ending}\W+)?" if _OPTIONAL.fullmatch(word) else rf"{ending}\W+")
    whole = "".join(parts).removesuffix(r"\W+")
    return rf"\b{whole}\b" if whole else ""


def redacted(value: Any, secret: re.Pattern[str]) -> Any:
    """The value without the address, wherever in it that stands."""
    if isinstance(value, dict):
        return {key: redacted(item, secret) for key, item in value.items()}
    if isinstance(value, list):
        return [redacted(item, secret) for item in value]
    if not isinstance(value, str):
        return value
    if value.startswith(("http://", "https://")):
        return urlsplit(value)._replace(path="/", query="", fragment="").geturl() if secret.search(unquote_plus(value)) else value  # fmt: skip
    return secret.sub(GONE, value)


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
            without = redacted(changes.get(name, value), secret)
            if without != value:
                changes[name] = without
    return changes


def _is_lost(
    field: str, value: Any, secret: re.Pattern[str] | None, *, are_statements_renumbered: bool
) -> bool:
    """Does this translation fall? Readers then get the original, which holds the address no more."""
    _, path = translated.parse(field)
    if path.startswith("locations.") or (are_statements_renumbered and path.startswith("other_statements.")):
        return True
    return field.startswith(translated.PREFIX) and bool(secret and secret.search(value["text"]))
