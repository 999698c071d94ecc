# SPDX-License-Identifier: EUPL-1.2
"""What an entry says that no record of it said: the other direction of `finding`. One rule for each kind of fact."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from tests.conformance.ljubljana.entries import Entry, Record, crosswalk, plain

# Words that say that something costs nothing. The sentence that no fee was found is not one of them.
FREE = re.compile(r"brezplač|brez takse|\bfree\b|prost", re.I)
NO_FEE_FOUND = {
    plain("Brezplačno oziroma takse v virih ni."),
    plain("Free, or no fee mentioned in the sources."),
}

Rule = Callable[[Entry, list[Record]], Iterator[str]]


def added(entry: Entry, records: list[Record]) -> list[str]:
    """Facts of the entry that its records do not hold, as readable lines."""
    return [line for rule in _RULES for line in rule(entry, records)]


def values(records: list[Record], pattern: str) -> set[Any]:
    """The leaves of some paths; list positions count as ``*``."""
    return {
        value
        for record in records
        for path, value in record.leaves.items()
        if re.fullmatch(pattern, re.sub(r"\.\d+(?=\.|$)", ".*", path))
    }


def _digits(text: Any) -> str:
    return re.sub(r"\D", "", str(text))


def _said(records: list[Record], pattern: str) -> str:
    return " | ".join(plain(value) for value in sorted(map(str, values(records, pattern))))


def numbers(entry: Entry, records: list[Record]) -> Iterator[str]:
    """Phone numbers and e-mail addresses."""
    said = _said(records, r"phone|where\.office|where\.hours\.phone|email")
    for phone in entry.data.get("phones", ()):
        if _digits(phone["number"]).removeprefix("386") not in _digits(said):
            yield f"phone {phone['number']}"
    if "email" in entry.data and plain(entry.data["email"]) not in said:
        yield f"email {entry.data['email']}"


def pages(entry: Entry, records: list[Record]) -> Iterator[str]:
    """The web page, and sources with their dates."""
    page = entry.data.get("website", "").rstrip("/")
    if page and page not in {url.rstrip("/") for url in values(records, "url")}:
        yield f"website {page}"
    known = {
        (record.leaves.get(f"{stem}.url"), record.leaves.get(f"{stem}.date"))
        for record in records
        for stem in {path.rpartition(".")[0] for path in record.leaves if path.startswith("sources.")}
    }
    borrowed = {
        number for field in entry.data.get("provenance", {}).values() for number in field["sources"]
    } - set(range(1, len(known) + 1))
    for number, source in enumerate(entry.data["sources"], 1):
        if (source.get("url"), source.get("date")) not in known and number not in borrowed:
            yield f"source {source}"


def places(entry: Entry, records: list[Record]) -> Iterator[str]:
    """Streets, postal codes and coordinates, unless the locations were read in another record's source."""
    if set(entry.data.get("provenance", {})) & {"locations"}:
        return
    said = _said(records, r"address|where\.address|postal_code")
    points = {str(value) for value in values(records, "lat|lon")}
    for place in entry.data.get("locations", ()):
        for key in ("address_1", "postal_code"):
            if key in place and plain(place[key]) not in said:
                yield f"{key} {place[key]}"
        yield from (
            f"{key} {place[key]}"
            for key in ("latitude", "longitude")
            if key in place and str(place[key]) not in points
        )


def codes(entry: Entry, records: list[Record]) -> Iterator[str]:
    """Languages, audiences, legal statuses and the other conditions."""
    words = crosswalk()
    spoken = values(records, r"languages\.\*")
    yield from (f"language {each}" for each in set(entry.data.get("languages", ())) - spoken)
    meant = {key for word in values(records, r"audience\.\*") for key in words["audiences"][word]}
    meant |= {
        key for word in values(records, r"needs\.\*") for key in words["audiences_of_needs"].get(word, ())
    }
    yield from (f"audience {each}" for each in set(entry.data.get("audiences", ())) - meant)
    asked = entry.data.get("eligibility", {})
    named = {
        words["legal_status"].get(code, code)
        for code in values(records, r"eligibility\.(structured\.)?legal_status\.\*")
    }
    given = {*asked.get("legal_status", ()), *asked.get("legal_status_named", ())}
    yield from (f"legal status {each}" for each in given - named)
    for key in ("age_min", "age_max", "residence", "insurance"):
        stated = {
            words["residence"].get(each, each)
            for each in values(records, rf"eligibility\.(structured\.)?{key}")
        }
        if key in asked and asked[key] not in stated:
            yield f"{key} {asked[key]}"


def prices(entry: Entry, records: list[Record]) -> Iterator[str]:
    """Amounts, and the claim that it costs nothing."""
    said = values(records, r"cost|cost\.text_sl|cost\.text_en")
    amounts = {Decimal(str(each)) for each in values(records, r"cost\.amount_eur")}
    amounts |= {
        Decimal(each.replace(",", ".")) for text in said for each in re.findall(r"\d+(?:[.,]\d+)?", text)
    }
    for cost in entry.data.get("costs", ()):
        if "amount" in cost and Decimal(cost["amount"]) not in amounts:
            yield f"amount {cost['amount']}"
    free = [text for text in said if FREE.search(text) and plain(text) not in NO_FEE_FOUND]
    if entry.data.get("is_free") == "yes" and not free:
        yield "is_free yes"


def hours(entry: Entry, records: list[Record]) -> Iterator[str]:
    """Hours to count with: each begin and end stands in the words."""
    said = {int(each) for text in values(records, "schedule") for each in re.findall(r"\d+", text)}
    for day, ranges in entry.data.get("schedule", {}).get("weekly", {}).items():
        for each in ranges:
            if not {int(part) for part in re.findall(r"(\d+):", each)} <= said:
                yield f"hours {day} {each}"


_RULES: tuple[Rule, ...] = (numbers, pages, places, codes, prices, hours)
