# SPDX-License-Identifier: EUPL-1.2
"""How an entry is found: its index fields, its facets and its addresses.

Facets are three-valued where people are: ``asks_for_papers:unknown`` says that nobody has said, and is never a no.
"""

from collections.abc import Mapping
from typing import Any

from pristan.city.directory.context import Context, Words
from pristan.city.directory.fields import listed
from pristan.city.directory.models import Entry
from pristan.city.taxonomy.search import meaning
from pristan.core.hours import slots

ATTRIBUTES = ("asks_for_papers", "anonymous", "women_only", "child_may_come", "interpreter", "step_free")


def facets(shared: Context, entry: Entry, fields: Mapping[str, Any]) -> list[str]:
    """All facet tokens of an entry."""
    found = {f"kind:{entry.kind}", f"free:{fields.get('is_free', 'unknown')}"}
    for scheme, name in (("needs", "need"), ("audiences", "audience")):
        for concept in fields.get(scheme, ()):
            found |= {f"{name}:{each}" for each in shared.vocabulary.with_ancestors(scheme, concept)}
    found |= {f"speaks:{code}" for code in fields.get("languages", ["unknown"])}
    attributes = fields.get("attributes", {})
    found |= {f"{name}:{attributes.get(name, 'unknown')}" for name in ATTRIBUTES}
    places = () if entry.is_location_secret else fields.get("locations", ())
    districts = {each["district"] for each in places if each.get("district")}
    found |= {f"district:{each}" for each in districts or ("unknown",)}
    hours = slots(_pairs(fields.get("schedule") or {}))
    found |= {f"open:{slot}" for slot in hours} or {"hours:unknown"}
    return sorted(found)


def _pairs(schedule: Mapping[str, Any]) -> dict[str, Any]:
    weekly = {day: [span.split("-") for span in spans] for day, spans in schedule.get("weekly", {}).items()}
    return {"weekly": weekly, "is_always": schedule.get("is_always", False)}


def index(shared: Context, made: Mapping[str, Any], words: Words, language: str) -> dict[str, str]:
    """What search reads: names weigh most, then the words of needs and audiences, the summary, and the rest."""
    names = [made["local_name"], *made["alternate_names"], made["key"].replace("-", " ")]
    return {
        "name": _join([made["name"]]),
        "alternate": _join([*names, (made["organization"] or {}).get("name")]),
        "keywords": _join(_keywords(shared, made, words, language)),
        "summary": _join([made["summary"]]),
        "body": _join(_body(made)),
    }


def meanings(fields: Mapping[str, Any]) -> list[str]:
    """The needs and audiences it is declared for and the subjects it is indexed with, as search knows them."""
    schemes = {"needs": "needs", "audiences": "audiences", "subjects": "needs"}
    return [meaning(scheme, each) for field, scheme in schemes.items() for each in fields.get(field, ())]


def _keywords(shared: Context, made: Mapping[str, Any], words: Words, language: str) -> list[str]:
    """All words of the entry's needs and audiences, the hidden ones too."""
    found: list[str] = []
    for scheme in ("needs", "audiences"):
        for concept in made[scheme]:
            found += shared.vocabulary.search_words(scheme, concept["id"], language, words.chain)
    return found


def _body(made: Mapping[str, Any]) -> list[Any]:
    eligibility, procedure, schedule = (
        made["eligibility"] or {},
        made["procedure"] or {},
        made["schedule"] or {},
    )
    places = [
        " ".join(str(each[key]) for key in ("address_1", "city") if each[key]) for each in made["locations"]
    ]
    costs = [each["text"] for each in made["costs"]]
    deadline = (procedure.get("deadline") or {}).get("text")
    return [
        eligibility.get("text"),
        deadline,
        *made["documents"],
        *made["funding"],
        *costs,
        schedule.get("text"),
        *places,
    ]


def _join(parts: list[Any]) -> str:
    texts = [each["text"] if isinstance(each, dict) else str(each) for each in parts if each]
    return "\n".join(dict.fromkeys(texts))


def addresses(entry: Entry, fields: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Every address that leads to the entry, with its role: a sensitive entry lives at its code, its slug redirects."""
    others = [(each.slug, "alias") for each in getattr(entry, listed("other_addresses"))]
    return [(entry.slug, "slug"), (entry.code, "code"), *others]
