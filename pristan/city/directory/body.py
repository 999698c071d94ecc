# SPDX-License-Identifier: EUPL-1.2
"""The read-model document of one entry in one language: everything its page, card, API and export may show.

Editors' notes never enter it, nor does a location that is secret.
"""

from collections.abc import Callable, Mapping
from typing import Any

from pristan.city.directory import rights, ruling
from pristan.city.directory.batch import Batch, link
from pristan.city.directory.citing import is_offered, law, source
from pristan.city.directory.context import Context, Words
from pristan.city.directory.models import Entry

Body = dict[str, Any]
CARD = (
    "key",
    "kind",
    "uuid",
    "code",
    "slug",
    "is_sensitive",
    "name",
    "local_name",
    "summary",
    "is_free",
    "attributes",
    "languages",
    "as_of",
    "confidence",
)
PLAIN = (
    "is_free",
    "languages",
    "email",
    "website",
    "confidence",
    "as_of",
    "as_of_basis",
    "recheck_reason",
    "is_open_to_all",
)


Part = Callable[[Batch, Entry, Mapping[str, Any], Words], Any]


def build(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words, proven: Body) -> Body:
    """The document. ``fields`` are the entry's in the pack's form, ``words`` its texts for this reader, ``proven`` its :func:`proof`."""
    made: Body = _head(batch, entry, words) | {name: fields.get(name) for name in PLAIN}
    made |= {
        "summary": words.get("summary"),
        "alternate_names": _texts(words, "alternate_names", fields),
        "attributes": fields.get("attributes", {}),
        "documents": _items(words, "documents", fields),
        "funding": _items(words, "funding", fields),
    }
    made |= proven
    return made | {name: part(batch, entry, fields, words) for name, part in PARTS.items()}


def _head(batch: Batch, entry: Entry, words: Words) -> Body:
    """Who the entry is: its ids, its address, its name for the reader and for the city's counters."""
    shared = batch.context
    own = Words(words.originals, words.rows, shared.languages[0], shared.chains[shared.languages[0]])
    return {
        "key": entry.key,
        "kind": entry.kind,
        "uuid": str(entry.uuid),
        "code": entry.code,
        "slug": entry.code if entry.is_sensitive else entry.slug,
        "language": words.language,
        "is_sensitive": entry.is_sensitive,
        "is_location_secret": entry.is_location_secret,
        "name": words.get("name"),
        "local_name": own.get("name"),
    }


def proof(shared: Context, entry: Entry, fields: Mapping[str, Any]) -> Body:
    """Where we know it from, and who checked: the same for readers of every language."""
    return {
        "website_is_offered": is_offered(shared, fields.get("website")),
        "to_be_confirmed": fields.get("to_be_confirmed", []),
        "provenance": fields.get("provenance", {}),
        "sources": [source(shared, each) for each in fields.get("sources", ())],
        "verification": _verification(entry),
    }


def card(made: Body) -> Body:
    """What a list shows of the document."""
    shown = {name: made[name] for name in CARD}
    places = [
        {key: each.get(key) for key in ("address_1", "city", "district")} for each in made["locations"][:1]
    ]
    schedule = made["schedule"]
    if schedule:
        schedule = {key: value for key, value in schedule.items() if key != "text"}
    return shown | {
        "phones": made["phones"][:2],
        "locations": places,
        "schedule": schedule,
        "needs": [each["id"] for each in made["needs"]],
        "subjects": [each["id"] for each in made["subjects"]],
    }


def _texts(words: Words, path: str, fields: Mapping[str, Any]) -> list[Any]:
    return [words.get(f"{path}.{at}") for at in range(1, len(fields.get(path, ())) + 1)]


def _items(words: Words, path: str, fields: Mapping[str, Any]) -> list[Any]:
    return [words.get(f"{path}.{at}.text") for at in range(1, len(fields.get(path, ())) + 1)]


def _organization(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> Body | None:
    given = fields.get("organization")
    if not given:
        return None
    near = batch.neighbours.get(given.get("entry", ""))
    return {
        "name": given["name"],
        "slug": near.address if near else None,
        "is_sensitive": bool(near and near.is_sensitive),
        "lang": batch.context.languages[0],
    }


def _verification(entry: Entry) -> Body:
    row = getattr(entry, "verification_row", None)
    if row is None:
        return {"verified_on": None, "verified_by": None, "next_on": None}
    return {
        "verified_on": row.verified_on.isoformat(),
        "verified_by": row.verified_by,
        "next_on": row.next_on and row.next_on.isoformat(),
    }


def _eligibility(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> Body | None:
    given = fields.get("eligibility")
    if not given:
        return None
    coded = {name: given.get(name) for name in ("age_min", "age_max", "residence", "insurance")}
    lists = {name: given.get(name, []) for name in ("legal_status", "legal_status_named")}
    return coded | lists | {name: words.get(f"eligibility.{name}") for name in ("text", "remark", "other")}


def _costs(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> list[Body]:
    usual = batch.context.record["currency"]
    return [
        {
            "amount": each.get("amount"),
            "currency": each.get("currency") or (usual if each.get("amount") else None),
            "option": each.get("option"),
            "text": words.get(f"costs.{at}.text"),
        }
        for at, each in enumerate(fields.get("costs", ()), 1)
    ]


def _schedule(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> Body | None:
    given = fields.get("schedule")
    if not given:
        return None
    # Provenance of its own that names no date means: undated. The entry's date is not borrowed then.
    said = fields.get("provenance", {}).get(
        "schedule", {"as_of": entry.as_of, "confidence": entry.confidence}
    )
    weekly = {day: [span.split("-") for span in spans] for day, spans in given.get("weekly", {}).items()}
    exceptions = [
        {
            "from": each["from"],
            "to": each.get("to"),
            "hours": [span.split("-") for span in each.get("hours", ())],
            "remark": words.get(f"schedule.exceptions.{at}.remark"),
        }
        for at, each in enumerate(given.get("exceptions", ()), 1)
    ]
    return {
        "text": words.get("schedule.text"),
        "weekly": weekly,
        "is_always": given.get("is_always", False),
        "by_appointment": given.get("by_appointment", False),
        "on_holidays": given.get("on_holidays"),
        "exceptions": exceptions,
        "valid_from": given.get("valid_from"),
        "valid_to": given.get("valid_to"),
        "as_of": given.get("as_of") or said.get("as_of") or None,
        "confidence": said.get("confidence") or entry.confidence or None,
    }


def _locations(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> list[Body]:
    if entry.is_location_secret:
        return []
    names = ("address_1", "postal_code", "city", "country", "latitude", "longitude", "is_verified")
    found = []
    for at, each in enumerate(fields.get("locations", ()), 1):
        key = each.get("district")
        district = {"id": key, "name": batch.context.districts.get(key, key)} if key else None
        found.append(
            {name: each.get(name) for name in names}
            | {"district": district, "remark": words.get(f"locations.{at}.remark")}
        )
    return found


def _phones(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> list[Body]:
    return [
        {
            "number": each["number"],
            "uri": "tel:" + each["number"].replace(" ", ""),
            "remark": words.get(f"phones.{at}.remark"),
            "as_of": each.get("as_of"),
        }
        for at, each in enumerate(fields.get("phones", ()), 1)
    ]


def _contacts(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> list[Body]:
    return [
        {
            "name": words.get(f"contacts.{at}.name"),
            "email": each.get("email"),
            "phone": each.get("phone"),
            "uri": "tel:" + each["phone"].replace(" ", "") if each.get("phone") else None,
            "remark": words.get(f"contacts.{at}.remark"),
        }
        for at, each in enumerate(fields.get("contacts", ()), 1)
    ]


def _relations(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> list[Body]:
    pairs = [("out", each["type"], each["to"]) for each in fields.get("relations", ())]
    pairs += [("in", kind, key) for kind, key in batch.incoming.get(entry.key, ())]
    return [
        {"type": kind, "direction": direction, **link(batch, key, words.language)}
        for direction, kind, key in pairs
        if key in batch.neighbours
    ]


def _procedure(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> Body | None:
    given = fields.get("procedure")
    if not given:
        return None
    applies = given.get("applies_to", {})
    return {
        **{name: given.get(name) for name in ("category", "prerequisites_mode", "prerequisites_strength")},
        "applies_to": {
            "legal_status": applies.get("legal_status", []),
            "conditions": words.get("procedure.applies_to.conditions"),
        },
        "prerequisites": [link(batch, key, words.language) for key in given.get("prerequisites", ())],
        "unlocks": [link(batch, key, words.language) for key in given.get("unlocks", ())],
        "deadline": _deadline(given.get("deadline"), words),
        "place": _place(given.get("place"), words),
        "legal_basis": [law(each) for each in given.get("legal_basis", ())],
    }


def _circles(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> list[Body]:
    """Where people get stuck between this step and others."""
    return [dict(each) for each in batch.circles.get(words.language, ()) if entry.key in each["steps"]]


def _parameters(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> list[Body]:
    """Numbers that change and that this entry speaks of."""
    return [dict(each) for each in batch.parameters.get(words.language, ()) if entry.key in each["entries"]]


def _deadline(given: Mapping[str, Any] | None, words: Words) -> Body | None:
    if not given:
        return None
    plain = {name: given.get(name) for name in ("days_after", "event", "calendar_window")}
    return plain | {name: words.get(f"procedure.deadline.{name}") for name in ("text", "event_detail")}


def _place(given: Mapping[str, Any] | None, words: Words) -> Body | None:
    if not given:
        return None
    told = {name: words.get(f"procedure.place.{name}") for name in ("office", "hours_text")}
    return told | {"phone": given.get("phone")}


def _whom(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> Body | None:
    return ruling.whom(batch.context, entry, fields, words)


def _other_statements(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> list[Body]:
    return [
        {
            "field": each["field"],
            "text": words.get(f"other_statements.{at}.text"),
            "as_of": each.get("as_of"),
            "confidence": each.get("confidence"),
            "sources": [source(batch.context, cited) for cited in each.get("sources", ())],
        }
        for at, each in enumerate(fields.get("other_statements", ()), 1)
    ]


def _concepts(scheme: str, field: str = "") -> Part:
    def shown(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> list[Body]:
        known = batch.context.vocabulary
        return [
            known.shown(scheme, each, words.language, words.chain) for each in fields.get(field or scheme, ())
        ]

    return shown


PARTS: dict[str, Part] = {
    "needs": _concepts("needs"),
    "audiences": _concepts("audiences"),
    "subjects": _concepts("needs", "subjects"),
    "organization": _organization,
    "eligibility": _eligibility,
    "whom": _whom,
    "costs": _costs,
    "schedule": _schedule,
    "locations": _locations,
    "phones": _phones,
    "contacts": _contacts,
    "relations": _relations,
    "procedure": _procedure,
    "circles": _circles,
    "parameters": _parameters,
    "right": rights.right,
    "status": rights.status,
    "other_statements": _other_statements,
}
