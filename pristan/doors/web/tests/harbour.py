# SPDX-License-Identifier: EUPL-1.2
"""The test city as the web door reads it: the same signatures as the published read model and the index, no database."""

import hashlib
import uuid
from types import SimpleNamespace
from typing import Any

from pristan.doors.web.tests.entries import AUDIENCES, ENTRIES, NEEDS
from pristan.platform.search.analysis import analyser
from pristan.platform.search.knowledge import Knowledge
from pristan.platform.search.port import Hit, Hits, Query
from pristan.platform.search.reasons import Reason
from pristan.platform.search.understanding import understand

LANGUAGES = ["sl", "en", "ar"]
CHAINS = {"sl": ["sl", "en"], "en": ["en", "sl"], "ar": ["ar", "en", "sl"]}
DEFAULTS: dict[str, Any] = {
    "is_sensitive": False, "is_location_secret": False, "alternate_names": [], "organization": None, "needs": [], "audiences": [], "subjects": [],
    "eligibility": None, "is_open_to_all": None, "attributes": {}, "is_free": None, "costs": [], "schedule": None, "locations": [],
    "phones": [], "email": None, "website": None, "languages": None, "documents": [], "funding": [], "procedure": None, "relations": [],
    "other_statements": [], "to_be_confirmed": [], "sources": [], "provenance": {}, "confidence": "medium", "as_of": "2025",
    "as_of_basis": None, "recheck_reason": None, "verification": {"verified_on": None, "verified_by": None, "next_on": None},
}  # fmt: skip
CARD = ("key", "kind", "uuid", "code", "slug", "is_sensitive", "name", "local_name", "summary", "is_free", "attributes", "languages",
        "as_of", "confidence", "schedule")  # fmt: skip
CRISIS = {"violence": ["sos-telefon", "klic-112"], "fire": ["klic-112"]}
ALIASES = {"postopek-mednarodna-zascita": "asylum-application"}


def code(key: str) -> str:
    return "q" + hashlib.sha256(key.encode()).hexdigest()[:9]


def identity(key: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, key)


def said(given: Any, language: str) -> Any:
    """Texts by language become what one reader gets; everything else stays."""
    if isinstance(given, dict):
        if given and set(given) <= set(LANGUAGES) and all(isinstance(each, str) for each in given.values()):
            own = next(each for each in CHAINS[language] if each in given)
            state = "draft" if own == "ar" else "original" if own == "sl" else "human"
            return {"text": given[own], "lang": own, "state": state}
        return {key: said(value, language) for key, value in given.items()}
    return [said(each, language) for each in given] if isinstance(given, list) else given


class Harbour:
    """The city. ``fails``: an error that every read raises, as when the database is gone."""

    def __init__(
        self, *, is_official: bool = False, contact: dict[str, str] | None = None, extra: int = 0
    ) -> None:
        self.number = 1
        self.fails: Exception | None = None
        self.calls: list[str] = []
        self.is_official, self.contact = is_official, contact or {}
        self.taught: Knowledge | None = None  # by whom words of danger are heard
        more = [dict(ENTRIES[3], key=f"clinic-{at}", name={"en": f"Clinic {at}"}) for at in range(extra)]
        self.entries = {each["key"]: DEFAULTS | each for each in (*ENTRIES, *more)}
        self.bodies = {
            language: {key: self._body(key, language) for key in self.entries} for language in LANGUAGES
        }

    def _link(self, key: str, language: str) -> dict[str, Any]:
        if key not in self.entries:
            return {"key": key, "slug": None, "kind": None, "is_sensitive": False, "name": None}
        given = self.entries[key]
        return {"key": key, "slug": self._slug(key), "kind": given["kind"], "is_sensitive": given["is_sensitive"],
                "name": said(given["name"], language)}  # fmt: skip

    def _slug(self, key: str) -> str:
        return code(key) if self.entries[key]["is_sensitive"] else key

    def _body(self, key: str, language: str) -> dict[str, Any]:
        given = self.entries[key]
        body = said({**given}, language) | {
            "uuid": str(identity(key)),
            "code": code(key),
            "slug": self._slug(key),
            "language": language,
        }
        body["local_name"] = said(given["name"], "sl")
        body["summary"] = body.get("summary")
        body["website_is_offered"] = bool(given["website"])
        body["phones"] = [each | {"uri": "tel:" + each["number"].replace(" ", "")} for each in body["phones"]]
        body["needs"] = [_named(NEEDS, each, language) for each in given["needs"]]
        body["audiences"] = [_named(AUDIENCES, each, language) for each in given["audiences"]]
        body["subjects"] = [_named(NEEDS, each, language) for each in given["subjects"]]
        body["relations"] = [
            {"type": each["type"], "direction": each["direction"], **self._link(each["to"], language)}
            for each in given["relations"]
        ]
        body["eligibility"] = body["eligibility"] and {"text": None, "remark": None, "other": None, "legal_status": [], "legal_status_named": [],
                               "age_min": None, "age_max": None, "residence": None, "insurance": None} | body["eligibility"]  # fmt: skip
        if body["procedure"]:
            for name in ("prerequisites", "unlocks"):
                body["procedure"][name] = [self._link(each, language) for each in given["procedure"][name]]
        return body

    def card(self, key: str, language: str) -> dict[str, Any]:
        body = self.bodies[language][key]
        return {name: body[name] for name in CARD} | {
            "phones": body["phones"][:2], "needs": [each["id"] for each in body["needs"]], "locations": body["locations"][:1],
            "subjects": [each["id"] for each in body["subjects"]],
        }  # fmt: skip

    def help(self, key: str, language: str) -> dict[str, Any]:
        """A card of urgent help."""
        name = self.bodies["sl"][key]["name"]["text"]
        return self.card(key, language) | {"there": self.there(name, language)}

    def there(self, words: str, language: str) -> dict[str, Any] | None:
        """Words as they are said in the city."""
        return None if language == "sl" else {"text": words, "lang": "sl"}

    # --- what pristan.doors.web.selectors offers
    def version(self) -> int:
        return self._read("version", self.number)

    def catalogue(self, language: str, version: int) -> dict[str, Any] | None:
        self._read("catalogue", None)
        return self._catalogue(language) if language in LANGUAGES else None

    def any_catalogue(self, preferred: list[str], version: int) -> dict[str, Any] | None:
        self._read("catalogue", None)
        return self._catalogue(next((each for each in preferred if each in LANGUAGES), "sl"))

    def document(self, language: str, address: str, version: int) -> Any:
        self._read("document", None)
        by_code = {code(key): key for key in self.entries}
        key = by_code.get(address) or ALIASES.get(address, address)
        if key not in self.entries:
            return None
        return SimpleNamespace(body=self.bodies[language][key], slug=key, role="slug")

    def cards(self, language: str, things: list[uuid.UUID], version: int) -> list[dict[str, Any]]:
        self._read("cards", None)
        known = {identity(key): key for key in self.entries}
        return [self.card(known[each], language) for each in things if each in known]

    def listing(self, language: str, version: int, kind: str | None = None) -> list[dict[str, Any]]:
        self._read("listing", None)
        names = sorted(
            (body["name"]["text"], body)
            for body in self.bodies[language].values()
            if kind in (None, body["kind"])
        )
        return [
            {"letter": name[0].upper(), "name": body["name"], "slug": body["slug"], "kind": body["kind"]}
            for name, body in names
        ]

    def search(self, query: Query) -> Hits:
        self._read("search", None)
        words = query.text.casefold().split()
        found = []
        for key, body in self.bodies[query.language].items():
            facets = self.facets(key)
            text = f"{body['name']['text']} {body['summary']['text']} {body['local_name']['text']}".casefold()
            fits = (
                set(query.facets) <= facets
                and all(facets & set(group) for group in query.groups)
                and not facets & set(query.without)
            )
            if fits and (not words or any(each in text for each in words)):
                found.append(Hit(identity(key), 1.0, (), is_later=bool(facets & set(query.later))))
        found.sort(key=lambda hit: hit.is_later)
        later, shown = sum(hit.is_later for hit in found), found[query.offset : query.offset + query.limit]
        return Hits(shown, len(found), is_fallback=not found, later=later, crisis=self._danger(query))

    def _danger(self, query: Query) -> tuple[str, ...]:
        if self.taught is None:
            return ()
        return understand(query.text, query.language, LANGUAGES, analyser(), self.taught).crisis

    def facets(self, key: str) -> set[str]:
        given = self.entries[key]
        above = {each[0]: each[1] for each in NEEDS}
        needs = {one for each in given["needs"] for one in (each, above[each]) if one}
        found = (
            {f"need:{each}" for each in needs}
            | {f"audience:{each}" for each in given["audiences"]}
            | {f"kind:{given['kind']}"}
        )
        found |= {
            f"free:{given['is_free'] or 'unknown'}",
            *(f"speaks:{each}" for each in given["languages"] or ["unknown"]),
        }
        found |= {f"{name}:{given['attributes'].get(name, 'unknown')}" for name in ("asks_for_papers", "anonymous", "women_only",
                  "child_may_come", "interpreter", "step_free")}  # fmt: skip
        districts = [each["district"]["id"] for each in given["locations"] if each["district"]]
        return (
            found | {f"district:{each}" for each in districts or ["unknown"]} | self._open(given["schedule"])
        )

    def _open(self, schedule: Any) -> set[str]:
        from pristan.core.hours import slots

        return {f"open:{each}" for each in slots(schedule or {})} or {"hours:unknown"}

    def suggest(self, prefix: str, language: str, version: int, limit: int) -> list[str]:
        names = [body["name"]["text"] for body in self.bodies[language].values()]
        return [each for each in names if prefix.casefold() in each.casefold()][:limit]

    def meant(self, query: Query) -> list[str]:
        return ["asylum"] if query.text.startswith("qqqq") else []

    def why(self, text: str, language: str, card: dict[str, Any]) -> list[Reason]:
        asked = text.casefold().split()
        for field in ("name", "summary"):
            words = [
                each for each in card[field]["text"].split() if any(one in each.casefold() for one in asked)
            ]
            if words:
                return [Reason(field, tuple(words))]
        return []

    def _read(self, name: str, value: Any) -> Any:
        self.calls.append(name)
        if self.fails:
            raise self.fails
        return value

    def _catalogue(self, language: str) -> dict[str, Any]:
        needs = [_named(NEEDS, each[0], language) | {"broader": [each[1]] if each[1] else [], "count": self._count(f"need:{each[0]}"),
                 "children": [one[0] for one in NEEDS if one[1] == each[0]]} for each in NEEDS]  # fmt: skip
        return {
            "city": {
                "name": {"ar": "ليوبليانا"}.get(language, "Ljubljana"), "name_lang": language, "service_name": "Pristan", "languages": LANGUAGES,
                "time_zone": "Europe/Ljubljana", "country": "SI", "currency": "EUR", "is_official": self.is_official, "controller": {},
                "contact": self.contact, "holidays": ["2026-12-25"],
                "emergency_numbers": [{"number": "112", "text": {"sl": "reševalci, gasilci", "en": "ambulance, fire"}.get(language, "الإسعاف والإطفاء"), "lang": language, "there": self.there("reševalci, gasilci", language)},
                                      {"number": "113", "text": {"sl": "policija", "en": "police"}.get(language, "الشرطة"), "lang": language, "there": self.there("policija", language)}],
            },
            "needs": needs, "audiences": [_named(AUDIENCES, each[0], language) | {"count": 1} for each in AUDIENCES],
            "codes": {"legal-statuses": {"any": "Everyone, whatever their status", "asylum_applicant": "Asylum applicants"},
                      "residences": {"mol": "lives or stays in Ljubljana"}, "insurances": {"none": "for people without health insurance"},
                      "rights": {"travel_document": "travel document"}, "source-kinds": {"official": "official page"}},
            "districts": [{"id": "vic", "name": "Vič", "count": 1}, {"id": "moste", "name": "Moste", "count": 0}], "spoken_languages": [{"code": "sl", "count": 3}, {"code": "en", "count": 2}],
            "urgent": {"danger": [self.help("klic-112", language)], "confidential": [self.help("sos-telefon", language)]},
            "crisis": {kind: [str(identity(key)) for key in keys] for kind, keys in CRISIS.items()},
            "information_points": [self.card("infotujci", language)],
            "first_steps": [self.card(each, language) for each in ("infotujci", "ue-ljubljana-tujci", "cene-stupar-zip")],
            "counts": {"entries": len(self.entries), "by_kind": {}},
            "sources": [{"host": "www.gov.si", "count": 9, "newest": "2025-06", "kind": "official", "is_offered": True},
                        {"host": "dev04.example.si", "count": 1, "newest": "", "kind": "press", "is_offered": False}],
        }  # fmt: skip

    def _count(self, facet: str) -> int:
        return sum(facet in self.facets(key) for key in self.entries)


def _named(listed: list[Any], key: str, language: str) -> dict[str, Any]:
    row = next(each for each in listed if each[0] == key)
    icon = {"icon": row[2]} if len(row) == 6 else {}
    return {"id": key, "label": row[-3 + LANGUAGES.index(language)], "lang": language} | icon


OFFERED = (
    "version",
    "catalogue",
    "any_catalogue",
    "document",
    "cards",
    "listing",
    "search",
    "suggest",
    "meant",
    "why",
)
