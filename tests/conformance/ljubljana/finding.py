# SPDX-License-Identifier: EUPL-1.2
"""Where each leaf of the research must be found in its entry. One rule for each path; a path without a rule is an error."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from tests.conformance.ljubljana.entries import Entry, Record, crosswalk, plain, strings

# The one id that stood in two files: its record in this one was merged into the other.
SAME_ID = ("legal", "drustvo-mozaik")
Rule = Callable[[Entry, Record, str, Any], bool]


def lost(record: Record, entry: Entry) -> list[str]:
    """Paths of the record's leaves that the entry does not hold."""
    return [path for path, value in record.leaves.items() if not rule_of(path)(entry, record, path, value)]


def rule_of(path: str) -> Rule:
    """The rule for a path; list positions count as ``*``."""
    return RULES[re.sub(r"\.\d+(?=\.|$)", ".*", path)]


def _texts(entry: Entry, *fields: str) -> set[str]:
    """All texts of some fields in their original and in English."""
    own = {plain(text) for field in fields for text in strings(entry.data.get(field))}
    return own | {plain(text) for path, text in entry.english.items() if path.split(".")[0] in fields}


def _statements(entry: Entry, *fields: str) -> set[str]:
    """Texts of the other statements about some fields."""
    rows = enumerate(entry.data.get("other_statements", ()), 1)
    mine = [(at, row["text"]) for at, row in rows if row["field"] in fields]
    english = {plain(entry.english.get(f"other_statements.{at}.text", "")) for at, _ in mine}
    return {plain(text) for _, value in mine for text in strings(value)} | english


def among(*fields: str, said: tuple[str, ...] = ()) -> Rule:
    """The whole text stands in one of the fields, or in another statement about it."""

    def rule(entry: Entry, record: Record, path: str, value: Any) -> bool:
        return plain(value) in _texts(entry, *fields) | _statements(entry, *(said or fields))

    return rule


def listed(*fields: str, said: tuple[str, ...] = ()) -> Rule:
    """Like `among`; inside a statement the text may be one item of a list or one sentence."""

    def rule(entry: Entry, record: Record, path: str, value: Any) -> bool:
        parts = _statements(entry, *(said or fields))
        return plain(value) in _texts(entry, *fields) or any(plain(value) in part for part in parts)

    return rule


def split(*fields: str) -> Rule:
    """An address or phone with remarks in brackets: every word of it stands in the field."""

    def rule(entry: Entry, record: Record, path: str, value: Any) -> bool:
        words = " ".join(_texts(entry, *fields) | _statements(entry, *fields))
        digits = re.sub(r"\D", "", words)
        for part in re.split(r"[;,()–]", str(value)):
            number = re.sub(r"\D", "", part)
            if len(number) >= 6 and not re.search(r"[^\W\d]", part):
                found = number.removeprefix("386").removeprefix("0") in digits
            else:
                found = all(
                    re.search(rf"\b{re.escape(word)}\b", words) for word in re.findall(r"\w+", plain(part))
                )
            if not found:
                return False
        return True

    return rule


def coded(field: str) -> Rule:
    """Every concept that a word of the research stands for."""

    def rule(entry: Entry, record: Record, path: str, value: Any) -> bool:
        audiences = crosswalk()["audiences_of_needs"].get(value, []) if field == "needs" else []
        wanted = crosswalk()[field][value]
        return set(wanted) <= set(entry.data.get(field, ())) and set(audiences) <= set(
            entry.data.get("audiences", ())
        )

    return rule


def status(entry: Entry, record: Record, path: str, value: Any) -> bool:
    """A legal status as a code, or in words in another record's statement."""
    asked = entry.data.get("eligibility", {})
    code = crosswalk()["legal_status"].get(value, value)
    if code in [*asked.get("legal_status", ()), *asked.get("legal_status_named", ())]:
        return True
    words = crosswalk()["legal_status_words"].get(value)
    return bool(words) and any(
        plain(words) in text for text in _statements(entry, "eligibility", "procedure")
    )


def residence(entry: Entry, record: Record, path: str, value: Any) -> bool:
    """A code of residence, or its words as a remark."""
    asked = entry.data.get("eligibility", {})
    return value == asked.get("remark") or crosswalk()["residence"].get(value, value) == asked.get(
        "residence"
    )


def at(*keys: str) -> Rule:
    """Exactly this value at this place."""

    def rule(entry: Entry, record: Record, path: str, value: Any) -> bool:
        found: Any = entry.data
        for key in keys:
            found = found.get(key) if isinstance(found, dict) else None
        return found == value and type(found) is type(value)

    return rule


def member(*keys: str) -> Rule:
    """One of the values of a list."""

    def rule(entry: Entry, record: Record, path: str, value: Any) -> bool:
        found: Any = entry.data
        for key in keys:
            found = found.get(key, {}) if isinstance(found, dict) else {}
        return value in found

    return rule


def within(*keys: str) -> Rule:
    """The whole text, in its original or in English, below this place and nowhere else."""

    def rule(entry: Entry, record: Record, path: str, value: Any) -> bool:
        found: Any = entry.data
        for key in keys:
            found = found.get(key, {}) if isinstance(found, dict) else {}
        english = [text for where, text in entry.english.items() if where.startswith(".".join(keys))]
        return plain(value) in {plain(text) for text in [*strings(found), *english]}

    return rule


def either(*rules: Rule) -> Rule:
    """One of several rules."""
    return lambda entry, record, path, value: any(rule(entry, record, path, value) for rule in rules)


def cost(entry: Entry, record: Record, path: str, value: Any) -> bool:
    """Words about the price: whole, or as a list of prices, each with its level; a merged record's bare "free" as is_free."""
    free = crosswalk()["free"].get(value) if record.id != record.canonical else None
    if free is not None and "costs" in entry.data and entry.data.get("is_free") == free:
        return True
    prices = re.findall(r"([^;]+?) (\d+) €(?:; |$)", value)
    rows = {(row.get("option"), row.get("amount")) for row in entry.data.get("costs", ())}
    if len(prices) > 1 and {(level, f"{price}.00") for level, price in prices} <= rows:
        return True
    return among("costs")(entry, record, path, value)


def paper(entry: Entry, record: Record, path: str, value: Any) -> bool:
    """A paper to bring, or the same paper in the entry's words."""
    same = crosswalk()["papers"].get(value)
    texts = _texts(entry, "documents")
    known = same is not None and record.id != record.canonical and plain(same) in texts
    # A merged record may say a paper in fewer words than the entry.
    shorter = record.id != record.canonical and any(plain(value) in text for text in texts)
    return known or shorter or listed("documents")(entry, record, path, value)


def amount(entry: Entry, record: Record, path: str, value: Any) -> bool:
    """A price."""
    return any(
        "amount" in row and Decimal(row["amount"]) == Decimal(str(value))
        for row in entry.data.get("costs", ())
    )


def row(field: str, keys: dict[str, str], *, parent: tuple[str, ...] = ()) -> Rule:
    """A value of one row of a list, together with the other values of the same row."""

    def rule(entry: Entry, record: Record, path: str, value: Any) -> bool:
        stem, _, key = path.rpartition(".")
        mine = {
            keys[name]: record.leaves[f"{stem}.{name}"] for name in keys if f"{stem}.{name}" in record.leaves
        }
        if len(keys) > 2 and key not in ("url", "note", "law"):
            mine = {
                name: item
                for name, item in mine.items()
                if name in (keys[key], "url", "law", "note", "article")
            }
        data: Any = entry.data
        for name in parent:
            data = data.get(name, {})
        return any(mine.items() <= have.items() for have in data.get(field, ()) if isinstance(have, dict))

    return rule


def said_at(field: str) -> Rule:
    """Confidence or date of a record: the entry's own, or that of the fields and statements it gave."""

    def rule(entry: Entry, record: Record, path: str, value: Any) -> bool:
        if entry.data.get(field) == str(value):
            return True
        if record.id == record.canonical and (record.file, record.id) != SAME_ID:
            return False
        rows = [*entry.data.get("provenance", {}).values(), *entry.data.get("other_statements", ())]
        return any(each.get(field) == str(value) for each in rows)

    return rule


def kind(entry: Entry, record: Record, path: str, value: Any) -> bool:
    """The kind, by the folder."""
    return entry.kind == value


def verified(entry: Entry, record: Record, path: str, value: Any) -> bool:
    """Whether the address was verified."""
    return any(place.get("is_verified") is value for place in entry.data.get("locations", ()))


_SOURCE = row("sources", {name: name for name in ("url", "date", "kind", "content_not_before", "note")})
_LAW = row(
    "legal_basis",
    {"law": "law", "article": "article", "url": "url", "article_verified": "is_article_verified"},
    parent=("procedure",),
)
_WHO = among("eligibility", said=("eligibility", "procedure"))
_WHO_PART = listed("eligibility", said=("eligibility", "procedure"))
_SERVICE: dict[str, Rule] = {
    "kind": kind,
    "organization": among("organization"),
    "name_sl": among("name", "alternate_names"),
    "name_en": among("name", "alternate_names"),
    "summary_sl": among("summary"),
    "summary_en": among("summary"),
    "address": split("locations"),
    "postal_code": among("locations"),
    "city": among("locations"),
    "lat": among("locations"),
    "lon": among("locations"),
    "phone": split("phones"),
    "email": among("email"),
    "url": either(
        among("website"),
        lambda entry, record, path, value: (
            str(entry.data.get("website", "")).rstrip("/") == value.rstrip("/")
        ),
    ),
    "languages.*": member("languages"),
    "audience.*": coded("audiences"),
    "needs.*": coded("needs"),
    "cost": cost,
    "schedule": among("schedule", said=("schedule", "procedure")),
    "documents.*": paper,
    "funding": among("funding"),
    "notes": within("editors", "notes"),
    "confidence": said_at("confidence"),
    "as_of": said_at("as_of"),
    "sources.*.url": _SOURCE,
    "sources.*.date": _SOURCE,
    "sources.*.note": _SOURCE,
    "sources.*.kind": _SOURCE,
    "sources.*.content_not_before": _SOURCE,
}
_ELIGIBILITY: dict[str, Rule] = {
    f"eligibility.{part}{name}": rule
    for part in ("", "structured.")
    for name, rule in {
        "legal_status.*": status,
        "age_min": at("eligibility", "age_min"),
        "age_max": at("eligibility", "age_max"),
        "residence": residence,
        "insurance": at("eligibility", "insurance"),
        "other": _WHO_PART,
    }.items()
}
RULES: dict[str, Rule] = (
    _SERVICE
    | _ELIGIBILITY
    | {
        "eligibility.text": _WHO_PART,
        "eligibility.text_sl": _WHO_PART,
        "eligibility.text_en": _WHO_PART,
        "category": at("procedure", "category"),
        "applies_to.legal_status.*": member("procedure", "applies_to", "legal_status"),
        "applies_to.conditions": within("procedure", "applies_to", "conditions"),
        "applies_to.conditions_sl": within("procedure", "applies_to", "conditions"),
        "prerequisites.*": member("procedure", "prerequisites"),
        "prerequisites_mode": at("procedure", "prerequisites_mode"),
        "prerequisites_strength": at("procedure", "prerequisites_strength"),
        "unlocks.*": member("procedure", "unlocks"),
        "deadline.text_sl": either(within("procedure", "deadline", "text"), among("schedule")),
        "deadline.text_en": either(within("procedure", "deadline", "text"), among("schedule")),
        "deadline.days_after": at("procedure", "deadline", "days_after"),
        "deadline.event": at("procedure", "deadline", "event"),
        "deadline.event_detail": within("procedure", "deadline", "event_detail"),
        "deadline.calendar_window": at("procedure", "deadline", "calendar_window"),
        "where.office": at("procedure", "place", "office"),
        "where.address": split("locations"),
        "where.address_verified": verified,
        "where.hours.sl": within("procedure", "place", "hours_text"),
        "where.hours.en": within("procedure", "place", "hours_text"),
        "where.hours.phone": split("procedure"),
        "documents.*.sl": among("documents"),
        "documents.*.en": among("documents"),
        "cost.text_sl": among("costs"),
        "cost.text_en": among("costs"),
        "cost.amount_eur": amount,
        "legal_basis.*.law": _LAW,
        "legal_basis.*.article": _LAW,
        "legal_basis.*.url": _LAW,
        "legal_basis.*.article_verified": _LAW,
        "as_of_basis": at("as_of_basis"),
        "recheck_reason": at("recheck_reason"),
        "verify_before_use.*": member("editors", "verify_before_use"),
    }
)
