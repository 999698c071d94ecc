# SPDX-License-Identifier: EUPL-1.2
"""What an entry page says and in which order: the answer first, the proof last."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext

from pristan.doors.web import addresses, amounts, circles, labels, marks, reading, rights, when, whom
from pristan.doors.web.page import Page
from pristan.platform.ui import dates
from pristan.platform.ui.languages import name_in

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Statement:
    """Another source about the same field, with its date."""

    heading: str
    given: Body


def context(page: Page, body: Body) -> dict[str, Any]:
    """Everything that the templates of an entry need beyond the document itself."""
    return {
        "entry": body,
        "kind": labels.KINDS.get(body["kind"], body["kind"]),
        "kind_icon": labels.KIND_ICONS.get(body["kind"], "compass"),
        "places": [_place(each) for each in body.get("locations") or ()],
        "reach": _reach(body),
        "hours": hours(page, body.get("schedule")),
        "whom": whom.whom(page, body),
        "who": eligibility(page, body),
        "statuses": statuses(page, body),
        "spoken": [name_in(each, page.language) for each in body.get("languages") or ()],
        "costs": [
            _cost(each, page.language) for each in body.get("costs") or () if marks.says_more(each, body)
        ],
        "steps": procedure(page, body.get("procedure")),
        "amounts": amounts.today(page, body.get("parameters") or ()),
        "circles": circles.shown(page, body.get("circles") or ()),
        "relations": relations(page, body),
        "organization_href": _organization(page, body),
        "links": {
            part: addresses.entry(page.language, body, part) for part in ("counter", "share", "problem")
        },
        "claim": addresses.entry(page.language, body, "claim") if is_claimable(body) else "",
        "two": addresses.entry(page.language, body, "two", other=other_language(page)),
        "short": addresses.short(body),
        **stated(page, body),
        **law(page, body),
        **proof(page, body),
    }


def stated(page: Page, body: Body) -> dict[str, Any]:
    """The marks of the entry, and what nobody has said about it; what is no place to go to has neither."""
    kind = body["kind"]
    is_fact = kind in labels.FACTS
    return {
        "is_fact": is_fact,
        "marks": [] if is_fact else marks.whole(body, page.language),
        "asks": "" if is_fact else marks.asks(body, page.language),
        "unstated": [] if is_fact or kind == "procedure" else marks.unstated(body),
        "asks_hours": not is_fact and kind not in ("procedure", "organization"),
    }


def law(page: Page, body: Body) -> dict[str, Any]:
    """A right by statuses, or a status by rights and what comes after it."""
    status = body.get("status") or {}
    cells = (body.get("right") or status).get("cells") or ()
    return {"answers": rights.answers(page, cells), "next": _links(page, status.get("next"))}


def proof(page: Page, body: Body) -> dict[str, Any]:
    """How far the page can be relied on: translation, sources that differ, what has moved since."""
    others = body.get("other_statements") or ()
    return {
        "states": reading.states(body),
        "recheck": labels.RECHECKS.get(body.get("recheck_reason") or "") or _recheck(page, body),
        "confirm": set(body.get("to_be_confirmed") or ()),
        "statements": [Statement(labels.field(each["field"]), each) for each in others],
        "confidence": labels.CONFIDENCES.get(body.get("confidence") or ""),
        "as_of_basis": labels.AS_OF_BASES.get(body.get("as_of_basis") or ""),
        "origins": origins(body),
        "source_kinds": _source_kinds(page, body),
    }


def other_language(page: Page) -> str:
    """The language beside the reader's: the city's own, or the next one for those who read that."""
    others = [each for each in page.catalogue.languages if each != page.language]
    return others[0] if others else page.language


def hours(page: Page, schedule: Body | None) -> dict[str, Any] | None:
    """The week as a table, whether it can be trusted, and the data for the script."""
    if not schedule:
        return None
    zone = page.catalogue.city["time_zone"]
    trusted = when.is_trusted(schedule, page.today)
    return {
        "rows": when.week(schedule, page.today, page.language),
        "is_trusted": trusted,
        "is_always": schedule.get("is_always"),
        "data": when.data(schedule, page.catalogue.holidays, zone) if trusted else "",
    }


def eligibility(page: Page, body: Body) -> list[str]:
    """Codes of *who it is for* as plain sentences; its own texts stand before them."""
    given = body.get("eligibility") or {}
    found = [labels.age(given.get("age_min"), given.get("age_max"))]
    for scheme, name in (("residences", "residence"), ("insurances", "insurance")):
        found += (
            [each[:1].upper() + each[1:] for each in page.catalogue.words(scheme, [given[name]])]
            if given.get(name)
            else []
        )
    if body.get("is_open_to_all"):
        found.append(gettext("Open to all, not only to people who have come from another country."))
    return [each for each in found if each]


def statuses(page: Page, body: Body) -> list[str]:
    """Legal statuses in the words of the source; none where the rule has said already that papers do not matter."""
    if (rule := body.get("whom")) and whom.is_for_everybody(rule):
        return []
    codes = list((body.get("eligibility") or {}).get("legal_status") or ())
    return page.catalogue.words("legal-statuses", ["any"] if "any" in codes else codes)


def procedure(page: Page, given: Body | None) -> dict[str, Any] | None:
    """The facts of a step at an office."""
    if not given:
        return None
    deadline = given.get("deadline") or {}
    window = [
        dates.month_day(each, page.language)
        for each in (deadline.get("calendar_window") or "").split("/")
        if each
    ]
    rights = [
        each["key"].removeprefix("right:")
        for each in given.get("unlocks") or ()
        if each["key"].startswith("right:")
    ]
    return {
        "statuses": page.catalogue.words(
            "legal-statuses", (given.get("applies_to") or {}).get("legal_status") or ()
        ),
        "before": _links(page, given.get("prerequisites")),
        "is_any": given.get("prerequisites_mode") == "any",
        "is_advice": given.get("prerequisites_strength") == "practical",
        "event": next(iter(page.catalogue.words("deadline-events", [deadline["event"]])), "")
        if deadline.get("event")
        else "",
        "window": window if len(window) == 2 else [],
        "after": _links(page, given.get("unlocks")),
        "rights": page.catalogue.words("rights", rights),
    }


def relations(page: Page, body: Body) -> list[tuple[str, list[dict[str, Any]]]]:
    """Related entries under a heading for each kind and direction."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for each in body.get("relations") or ():
        found.setdefault((each["type"], each["direction"]), []).append(each)
    headings = {key: str(labels.RELATIONS.get(key, gettext("See also"))) for key in found}
    return [(headings[key], _links(page, each)) for key, each in found.items()]


def origins(body: Body) -> dict[str, Body]:
    """Field -> where it differs from the whole entry: other sources, date or confidence."""
    return dict(body.get("provenance") or {})


def map_link(place: Body) -> str:
    """A ``geo:`` address: the visitor's own map app opens it, and nobody else is asked."""
    words = ", ".join(str(place[key]) for key in ("address_1", "postal_code", "city") if place.get(key))
    if place.get("latitude") is not None and place.get("longitude") is not None:
        return f"geo:{place['latitude']},{place['longitude']}?q={quote(words)}"
    return f"geo:0,0?q={quote(words)}"


def _place(place: Body) -> dict[str, Any]:
    line = " ".join(str(place[key]) for key in ("postal_code", "city") if place.get(key))
    street = place.get("address_1") or ""
    return {"given": place, "street": street, "line": line, "map": map_link(place) if street else "",
            "copy": ", ".join(each for each in (street, line) if each)}  # fmt: skip


def _reach(body: Body) -> dict[str, Any]:
    """The one way in that stands beside the telephone: the first street, or (with no telephone) a letter or a website."""
    if found := next((each for each in map(_place, body.get("locations") or ()) if each["map"]), None):
        return found
    if body.get("phones"):
        return {}
    ways = {"email": body.get("email"), "website": body.get("website_is_offered") and body.get("website")}
    return {name: way for name, way in ways.items() if way}


def _cost(cost: Body, language: str) -> dict[str, Any]:
    return {"amount": price(cost, language), "option": cost.get("option"), "text": cost.get("text")}


def price(cost: Body, language: str) -> str:
    """The amount in words; empty for none and for nought, which in the sources may mean that no fee is mentioned."""
    amount = cost.get("amount") or ""
    if not amount.strip("0.,"):
        return ""
    return dates.money(amount, cost.get("currency") or "", language)


def _links(page: Page, listed: Any) -> list[dict[str, Any]]:
    """Named entries with their addresses; those without a page of their own stay words."""
    named = [each for each in listed or () if each.get("name")]
    return [
        {"name": each["name"], "href": addresses.entry(page.language, each) if each.get("slug") else "",
         "icon": labels.KIND_ICONS.get(each.get("kind") or "", "compass")}
        for each in named
    ]  # fmt: skip


def is_claimable(body: Body) -> bool:
    """Can an organisation say that this is its own? Where it has an entry of its own, it says so there."""
    given = body.get("organization") or {}
    is_part = bool(given.get("slug")) and given["slug"] != body["slug"]
    return body["kind"] not in (*labels.FACTS, "procedure") and not is_part


def _organization(page: Page, body: Body) -> str:
    given = body.get("organization") or {}
    return (
        addresses.entry(page.language, given) if given.get("slug") and given["slug"] != body["slug"] else ""
    )


def _recheck(page: Page, body: Body) -> str:
    return (
        next(iter(page.catalogue.words("recheck-reasons", [body["recheck_reason"]])), "")
        if body.get("recheck_reason")
        else ""
    )


def _source_kinds(page: Page, body: Body) -> dict[str, str]:
    kinds = sorted({each["kind"] for each in body.get("sources") or () if each.get("kind")})
    words = page.catalogue.words("source-kinds", [each.replace(" ", "-") for each in kinds])
    return dict(zip(kinds, words, strict=True))
