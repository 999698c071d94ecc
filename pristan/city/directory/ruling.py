# SPDX-License-Identifier: EUPL-1.2
"""The document of rules: for whom rights, steps and services are, in the form that core/rules reads, with the words that belong to it.

One document per language, so that a plan or a verdict costs one read, and another engine (a phone, a kiosk) can carry it away.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
from django.db.models import Q

from pristan.city.directory import circles, letters, parameters, reading, selectors
from pristan.city.directory.citing import law, source
from pristan.city.directory.context import Context, Words, context
from pristan.city.directory.eligibility import limits
from pristan.city.directory.models import Entry
from pristan.city.directory.models.entry import EntryQuerySet
from pristan.platform.published.registry import Projection
from pristan.platform.translations.content import originals
from pristan.platform.translations.selectors import Rows, texts_of

Fields = Mapping[str, Any]
Body = dict[str, Any]
BATCH = 500
# Help that is outside all rules: never after a question, never refused by a machine.
ALWAYS = frozenset({"emergency", "violence", "trafficking", "suicidal-thoughts", "help-for-children"})
# Kinds that nobody uses: they have no rule, or a page of its own for it.
_NO_HELP = ("organization", "right", "status")
_RULED = Q(procedure_row__isnull=False) | Q(right_row__isnull=False) | Q(status_row__isnull=False)
_OF_SERVICE = frozenset({"name", "needs", "eligibility", "is_open_to_all", "recheck_reason"})
_TEXTS_OF_SERVICE = ("name", "eligibility.other", "eligibility.remark")
_PLAN = ("unknown", "wants", "band", "counts_from", "is_advice", "opens_after", "per_child", "ages", "with")


class RulesProjector:
    """All rules of the city as one thing."""

    kind = "rules"

    def project(self, things: Sequence[UUID]) -> Iterable[Projection]:
        """The rules in every language, when they are among the things."""
        thing = selectors.rules_uuid()
        if thing not in things:
            return
        shared = context()
        stuck, numbers = circles.told(shared), parameters.told(shared)
        built = build(shared)
        for language in shared.languages:
            made = built.pop(language)  # long in a large city: one at a time
            made |= {"circles": stuck[language], "parameters": numbers[language]}
            made["letters"] = letters.told(shared, language)
            yield Projection(
                thing=thing, kind="rules", language=language, slug="rules", sort_key="", letter="", body=made, card={}, facets=[],
                index={}, addresses=[],
            )  # fmt: skip


def build(shared: Context) -> dict[str, Body]:
    """The document of each language. Read and encoded some hundred entries at a time: a large city never stands in memory whole."""
    made: dict[str, Body] = {
        language: {"statuses": [], "items": [], "steps": []} for language in shared.languages
    }
    published = Entry.objects.published().exclude(kind="organization")
    whole = set(published.filter(_RULED).values_list("key", flat=True))
    keys = sorted(published.values_list("key", flat=True))
    for start in range(0, len(keys), BATCH):
        for entry, fields, rows in _read(published, keys[start : start + BATCH], whole):
            known = originals(fields, entry.language)
            for language in shared.languages:
                words = Words(known, rows, language, shared.chains[language])
                for part, told in _told(shared, entry, fields, words):
                    made[language][part].append(msgspec.Raw(msgspec.json.encode(told)))
    return made


def _read(
    published: EntryQuerySet, keys: Sequence[str], whole: Collection[str]
) -> list[tuple[Entry, Fields, Rows]]:
    """Entries in the order of their keys, with their translations: whole where they have rules of their own, of the many others what makes the rule of a service."""
    entries = reading.loaded(published.with_keys([key for key in keys if key in whole]))
    found = [(entry, reading.read(entry)) for entry in entries]
    rows = texts_of([entry.uuid for entry in entries])
    entries = reading.loaded(published.with_keys([key for key in keys if key not in whole]), _OF_SERVICE)
    found += [(entry, reading.read(entry, _OF_SERVICE)) for entry in entries]
    rows |= texts_of([entry.uuid for entry in entries], _TEXTS_OF_SERVICE)
    told = [(entry, fields, rows.get(entry.uuid, {})) for entry, fields in found]
    return sorted(told, key=lambda each: each[0].key)


def _told(shared: Context, entry: Entry, fields: Fields, words: Words) -> Iterator[tuple[str, Body]]:
    """What is told of an entry, and in which part of the document."""
    if "status" in fields:
        yield "statuses", _status(entry, fields, words)
    else:
        yield "items", _item(shared, entry, fields, words)
    if fields.get("procedure", {}).get("plan"):
        yield "steps", _step(shared, entry, fields, words)


def _head(entry: Entry, words: Words) -> Body:
    address = entry.code if entry.is_sensitive else entry.slug
    return {
        "id": entry.key,
        "name": words.get("name"),
        "slug": address,
        "is_sensitive": entry.is_sensitive,
        "kind": entry.kind,
    }


def _status(entry: Entry, fields: Fields, words: Words) -> Body:
    given = fields["status"]
    plain = {name: given.get(name, False) for name in ("is_overlay", "is_minor")}
    return _head(entry, words) | plain | {"code": given["code"], "not_with": given.get("not_with", [])}


def _item(shared: Context, entry: Entry, fields: Fields, words: Words) -> Body:
    made = _right(fields, words) or _help(shared, fields, words)
    return _head(entry, words) | made | {"recheck_reason": fields.get("recheck_reason")}


def _help(shared: Context, fields: Fields, words: Words) -> Body:
    return _always(shared, fields, words) or _procedure(fields, words) or _service(shared, fields, words)


def whom(shared: Context, entry: Entry, fields: Fields, words: Words) -> Body | None:
    """The rule of a service or procedure as its own page says it: the answer for each status that has one, and what else must be so.

    `asks`: the words of the source set conditions that no machine can weigh.
    """
    if entry.kind in _NO_HELP:
        return None
    made = _help(shared, fields, words)
    return {
        "is_always": made.get("is_always", False),
        "statuses": {cell["status"]: cell["entitled"] for cell in made["cells"]},
        "otherwise": made["otherwise"],
        "when": made["when"],
        "asks": bool(made["to_check"]),
    }


def _right(fields: Fields, words: Words) -> Body | None:
    given = fields.get("right")
    if not given:
        return None
    cells = [
        _cell(each, words.get(f"right.cells.{at}.conditions")) for at, each in enumerate(given["cells"], 1)
    ]
    return {"code": given["code"], "cells": cells, "otherwise": "unknown", "when": None, "to_check": []}


def _cell(given: Fields, conditions: Any) -> Body:
    """A cell as core/rules knows it. What leaves the answer to another status adds nothing to it: the more protective one counts."""
    word = {"conditional": "yes"}.get(given["entitled"], given["entitled"])
    asks = given.get("asks") or (given["entitled"] == "conditional" and not given.get("is_whole"))
    return {
        "status": given["status"],
        "entitled": "no" if given.get("defers") else word,
        "when": given.get("when") if word == "yes" and not given.get("defers") else None,
        "to_check": [conditions] if asks and word == "yes" and conditions else [],
        "conditions": conditions,
        "legal_basis": [law(each) for each in given.get("legal_basis", ())],
        **{name: given.get(name) for name in ("confidence", "as_of", "recheck_reason")},
    }


def _always(shared: Context, fields: Fields, words: Words) -> Body | None:
    """Help in danger is for everybody, whatever a list of statuses says."""
    if ALWAYS.isdisjoint(_needs(shared, fields)):
        return None
    conditions = words.get("procedure.applies_to.conditions")
    to_check = [conditions] if conditions else []
    return {"cells": [], "otherwise": "yes", "when": None, "to_check": to_check, "is_always": True}


def _needs(shared: Context, fields: Fields) -> set[str]:
    """The needs of an entry and all above them: who asks for housing asks for a place in a shelter as well."""
    return {
        each for need in fields.get("needs", ()) for each in shared.vocabulary.with_ancestors("needs", need)
    }


def _procedure(fields: Fields, words: Words) -> Body | None:
    given = fields.get("procedure")
    codes = (given or {}).get("applies_to", {}).get("legal_status", [])
    if not given or not codes:
        return None
    plan = given.get("plan", {})
    conditions = words.get("procedure.applies_to.conditions")
    single = [] if "any" in codes else codes
    cells = [{"status": code, "entitled": "yes", "when": None, "to_check": []} for code in single]
    to_check = [conditions] if conditions and not plan.get("is_whole") else []
    return {
        "cells": cells,
        "otherwise": "no" if single else "yes",
        "when": plan.get("when"),
        "to_check": to_check,
    }


def _service(shared: Context, fields: Fields, words: Words) -> Body:
    """A service by its eligibility. What is not stated is not known."""
    given = fields.get("eligibility", {})
    codes = given.get("legal_status", [])
    cells: list[Body] = []
    if "any" in codes or (fields.get("is_open_to_all") and not codes):
        otherwise = "yes"
    elif not codes:
        otherwise = "unknown"
    else:
        cells, otherwise = shared.covered(codes)
    texts = [words.get("eligibility.other"), words.get("eligibility.remark")]
    return {
        "cells": cells,
        "otherwise": otherwise,
        "when": limits(given),
        "to_check": [each for each in texts if each],
    }


def _step(shared: Context, entry: Entry, fields: Fields, words: Words) -> Body:
    given = fields["procedure"]
    plan, deadline = given["plan"], given.get("deadline", {})
    names = ("category", "prerequisites", "prerequisites_mode", "prerequisites_strength")
    return _head(entry, words) | {
        **{name: given.get(name) for name in names},
        **{name: plan.get(name) for name in _PLAN},
        **{name: plan.get(name) for name in ("for", "done", "urgent")},
        **{name: deadline.get(name) for name in ("days_after", "event", "calendar_window")},
        **{name: fields.get(name) for name in ("confidence", "as_of", "recheck_reason")},
        "needs": fields.get("needs", []),
        "under": sorted(_needs(shared, fields).difference(fields.get("needs", ()))),
        "why": words.get("procedure.plan.why"),
        "risk": words.get("procedure.plan.risk"),
        "deadline": words.get("procedure.deadline.text"),
        "office": words.get("procedure.place.office"),
        "papers": [
            words.get(f"documents.{at}.text") for at in range(1, len(fields.get("documents", ())) + 1)
        ],
        "costs": [
            text
            for at in range(1, len(fields.get("costs", ())) + 1)
            if (text := words.get(f"costs.{at}.text"))
        ],
        "summary": words.get("summary"),
        "legal_basis": [law(each) for each in given.get("legal_basis", ())],
        "sources": [source(shared, each) for each in fields.get("sources", ())],
    }
