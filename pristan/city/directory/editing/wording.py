# SPDX-License-Identifier: EUPL-1.2
"""What a field is called, and how its value reads, line by line: for pages that compare, and for whoever decides."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from pristan.city.directory import selectors, translated
from pristan.city.taxonomy import selectors as taxonomy
from pristan.platform.ui import dates, lists
from pristan.platform.ui.languages import name_in

LABELS: Final[dict[str, str | Promise]] = {
    "name": gettext_lazy("Name"),
    "alternate_names": gettext_lazy("Other names"),
    "summary": gettext_lazy("In short"),
    "organization": gettext_lazy("Organisation"),
    "needs": gettext_lazy("What it helps with"),
    "audiences": gettext_lazy("For whom"),
    "subjects": gettext_lazy("What else people are sent here for"),
    "is_sensitive": gettext_lazy("Being seen here could harm somebody"),
    "is_location_secret": gettext_lazy("The address is secret"),
    "website": gettext_lazy("Website"),
    "email": gettext_lazy("E-mail address"),
    "phones": gettext_lazy("Phone numbers"),
    "contacts": gettext_lazy("Desks and roles"),
    "locations": gettext_lazy("Places"),
    "schedule": gettext_lazy("Opening hours"),
    "exceptions": gettext_lazy("Days with other hours"),
    "costs": gettext_lazy("Costs"),
    "is_free": gettext_lazy("Free of charge"),
    "documents": gettext_lazy("Papers to bring"),
    "languages": gettext_lazy("Languages spoken"),
    "attributes": gettext_lazy("What people need to know"),
    "eligibility": gettext_lazy("Who may come"),
    "is_open_to_all": gettext_lazy("Also for people who are not migrants"),
    "funding": gettext_lazy("Who pays"),
    "relations": gettext_lazy("Belongs together with"),
    "aliases": gettext_lazy("Former ids"),
    "sources": gettext_lazy("Sources"),
    "confidence": gettext_lazy("How sure we are"),
    "as_of": gettext_lazy("As of"),
    "kind": gettext_lazy("Kind"),
    "language": pgettext_lazy("of a text", "Language"),
    "editors": gettext_lazy("Notes for editors"),
    "procedure": gettext_lazy("Step at an office"),
    "deadline": gettext_lazy("Deadline"),
    "place": gettext_lazy("Where to go"),
    "right": gettext_lazy("Right"),
    "status": gettext_lazy("Legal status"),
    "other_statements": gettext_lazy("Where sources do not agree"),
}
PARTS: Final[dict[str, str | Promise]] = {
    "text": "", "number": "", "name": "", "remark": "", "email": "", "phone": "", "option": "",
    "age_min": gettext_lazy("from age"), "age_max": gettext_lazy("to age"),
    "legal_status": gettext_lazy("legal status"), "legal_status_named": gettext_lazy("named in the source"),
    "residence": gettext_lazy("address"), "insurance": gettext_lazy("insurance"), "other": "",
    "as_of": gettext_lazy("as of"), "url": "", "date": "", "to": "", "type": "", "amount": "", "currency": "",
    "valid_from": gettext_lazy("from"), "valid_to": gettext_lazy("until"),
}  # fmt: skip
SCHEMES: Final = {
    "needs": "needs", "audiences": "audiences", "subjects": "needs", "legal_status": "legal-statuses",
    "residence": "residences", "insurance": "insurances", "is_free": "costs", "on_holidays": "holiday-hours",
    "kind": "kinds",
}  # fmt: skip
RELATIONS: Final[dict[str, Promise]] = {
    "part_of": gettext_lazy("This is a part of"),
    "done_at": gettext_lazy("Where you do this"),
    "provided_by": gettext_lazy("Who offers this"),
    "case_of": gettext_lazy("This is a special case of"),
    "way_to_meet": gettext_lazy("This is one way to meet"),
}
UNSHOWN: Final = ("provenance", "to_be_confirmed", "as_of_basis")
Lines = Callable[[Any, str], Iterable[str]]


def label(field: str) -> str:
    """A field in the reader's words; a translation with its language."""
    if field.startswith(translated.PREFIX):
        language, path = translated.parse(field)
        return f"{label(path.split('.')[0])} ({language}, {path})"
    return str(LABELS.get(field, field.replace("_", " ")))


def label_of_text(path: str) -> str:
    """One text of an entry as the forms call its field, with its place in a list."""
    parts = path.split(".")
    inner = next((part for part in parts[1:] if part in LABELS and part != "name"), parts[0])
    return " ".join([label(inner), *(part for part in parts if part.isdigit())])


def is_shown(field: str) -> bool:
    """Digests and the bookkeeping of sources say nothing to people."""
    return not field.startswith(translated.MADE) and field not in UNSHOWN


def lines(field: str, value: Any, language: str) -> list[str]:
    """A value as lines; none where nothing is said."""
    if value is None:
        return []
    if field.startswith(translated.PREFIX):
        return str(value["text"]).splitlines()
    return [line for line in WAYS.get(field, _anything)(value, language) if line]


def text(value: Any) -> str:
    """A Text of the pack as plain words, whatever its language."""
    return str(next(iter(value.values()), "")) if isinstance(value, Mapping) else str(value or "")


def _texts(value: Any, language: str) -> Iterable[str]:
    for each in value if isinstance(value, list) else [value]:
        yield text(each["text"] if isinstance(each, Mapping) and "text" in each else each)


def _concepts(scheme: str) -> Lines:
    def told(value: Any, language: str) -> Iterable[str]:
        words = taxonomy.choices(scheme, language)
        for each in value if isinstance(value, list) else [value]:
            yield words.get(str(each), str(each))

    return told


def _schedule(value: Any, language: str) -> Iterable[str]:
    yield text(value.get("text"))
    for day in dates.DAYS:
        if hours := (value.get("weekly") or {}).get(day):
            yield f"{dates.day_name(day, language)}: {', '.join(hours)}"
    for flag, words in (("is_always", _("day and night")), ("by_appointment", _("by appointment"))):
        if value.get(flag):
            yield words
    if value.get("on_holidays"):
        yield f"{_('holidays')}: {taxonomy.choices('holiday-hours', language).get(value['on_holidays'], value['on_holidays'])}"
    for each in value.get("exceptions") or ():
        days = dates.in_words(each["from"], language)
        if each.get("to") and each["to"] != each["from"]:
            days = f"{days} – {dates.in_words(each['to'], language)}"
        yield " ".join(
            filter(
                None,
                [f"{days}:", lists.listed(each.get("hours") or ()) or _("closed"), text(each.get("remark"))],
            )
        )
    for name in ("valid_from", "valid_to", "as_of"):
        if value.get(name):
            yield f"{PARTS[name]} {dates.in_words(value[name], language)}"


def _locations(value: Any, language: str) -> Iterable[str]:
    for each in value:
        place = ", ".join(
            filter(
                None,
                [each.get("address_1"), " ".join(filter(None, [each.get("postal_code"), each.get("city")]))],
            )
        )
        yield " – ".join(filter(None, [place, text(each.get("remark")), each.get("district")]))


def _costs(value: Any, language: str) -> Iterable[str]:
    for each in value:
        amount = _price(each, language) if each.get("amount") else ""
        yield " – ".join(filter(None, [amount, each.get("option"), text(each.get("text"))]))


def _price(cost: Mapping[str, Any], language: str) -> str:
    return dates.money(cost["amount"], cost.get("currency") or selectors.currency(), language)


def _attributes(value: Any, language: str) -> Iterable[str]:
    words = taxonomy.choices("attributes", language)
    return (words.get(f"{name}_{answer}", f"{name}: {answer}") for name, answer in value.items())


def _languages(value: Any, language: str) -> Iterable[str]:
    return (name_in(each, language) for each in value)


def _language(value: Any, language: str) -> Iterable[str]:
    return [name_in(value, language)]


def _organization(value: Any, language: str) -> Iterable[str]:
    name, key = text(value.get("name")), value.get("entry")
    return [f"{name} ({key})" if name and key else name or str(key)]


def _relations(value: Any, language: str) -> Iterable[str]:
    names = {each.key: each.name for each in selectors.entries([each["to"] for each in value])}
    return (
        f"{RELATIONS.get(each['type'], each['type'])}: {names.get(each['to'], each['to'])}" for each in value
    )


def _yes_no(value: Any, language: str) -> Iterable[str]:
    return [_("yes") if value else _("no")]


def _anything(value: Any, language: str) -> Iterable[str]:
    if isinstance(value, list):
        return (line for each in value for line in _one(each, language))
    return _one(value, language)


def _one(value: Any, language: str) -> Iterable[str]:
    if isinstance(value, bool):
        return _yes_no(value, language)
    if not isinstance(value, Mapping):
        return [str(value)]
    if len(value) == 1 and isinstance(next(iter(value.values())), str) and next(iter(value)) not in PARTS:
        return [text(value)]
    return [" – ".join(filter(None, (_part(name, each, language) for name, each in value.items())))]


def _part(name: str, value: Any, language: str) -> str:
    if name in SCHEMES:
        told = lists.listed(_concepts(SCHEMES[name])(value, language))
    elif isinstance(value, (list, Mapping)) and not (isinstance(value, Mapping) and len(value) == 1):
        told = json.dumps(value, ensure_ascii=False)
    else:
        told = text(value)
    words = str(PARTS.get(name, name.replace("_", " ")))
    return f"{words} {told}" if words and told else told


WAYS: Final[dict[str, Lines]] = {
    "schedule": _schedule,
    "locations": _locations,
    "costs": _costs,
    "attributes": _attributes,
    "languages": _languages,
    "language": _language,
    "relations": _relations,
    "organization": _organization,
    "documents": _texts,
    "funding": _texts,
    "alternate_names": _texts,
    "name": _texts,
    "summary": _texts,
    **{name: _concepts(scheme) for name, scheme in SCHEMES.items()},
}
