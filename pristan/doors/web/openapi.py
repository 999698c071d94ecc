# SPDX-License-Identifier: EUPL-1.2
"""The interface for other programs as OpenAPI 3.1: requests from the declared attributes, answers from `interface`. It holds no city's data."""

from functools import cache
from typing import Any

import msgspec

from pristan.core.rules import ATTRIBUTES, LEVELS, NAMED
from pristan.core.rules.attributes import CODE, MOST_CHILDREN, MOST_WANTS, Attribute
from pristan.doors.web import interface

Schema = dict[str, Any]
_REF = "#/components/schemas/{name}"
_ANSWERS = {"next": interface.Next, "verdicts": interface.Verdicts, "plan": interface.Plan}
_SUMMARIES = {
    "next": "The question that decides most of what is still open",
    "verdicts": "Yes, no, it depends or not known, for every right, step and service",
    "plan": "The steps in order, with days and reasons",
}
_FAILURES = {
    "400": "The body is no JSON.",
    "413": "The body is too long.",
    "503": "The city has no data, or cannot be read now.",
}
ATTRIBUTE_WORDS = {
    "legal_status": "The person's legal status: a code of the city's statuses (`next` lists them). One that lies over another may stand here.",
    "base_status": "The status beside it, where one lies over another. The same code in both: just this one.",
    "days_since_arrival": "Days since the person arrived in the country.",
    "days_since_status": "Days since the person got the status.",
    "days_since_application": "Days since the person applied for asylum.",
    "days_to_permit_expiry": "Days until the permit ends; below 0: it has ended.",
    "days_to_18th_birthday": "Days until the 18th birthday; below 0: it is past.",
    "family_arrives_in_days": "Days until the family arrives; below 0: it has.",
    "age": "Age in years.",
    "children_ages": "The ages of the children; an empty list: no children.",
    "pregnant": "Whether the person is pregnant.",
    "works": "Whether the person works.",
    "studies": "Whether the person studies.",
    "insured": "Whether the person has health insurance here.",
    "address_registered": "Whether the person's address is registered.",
    "slovene_level": "How well the person knows the language.",
    "wants": "What is asked for: needs of the thesaurus, broad or narrow, ids or categories of steps.",
    "in_danger": "Whether the person is in danger.",
    "needs_doctor_now": "Whether the person needs a doctor now.",
    "wages_unpaid": "Whether the person was not paid for work.",
}


@cache  # the code cannot change while the process runs
def document() -> bytes:
    """The document, as it is served."""
    return msgspec.json.format(msgspec.json.encode(_document()), indent=1)


def _document() -> Schema:
    shapes = (*_ANSWERS.values(), interface.Failure, interface.NotUnderstood)
    _, found = msgspec.json.schema_components(shapes, ref_template=_REF)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Pristan: orientation",
            "version": "1",
            "description": "What a person may do here, and what first. Answers go in the body of a POST; nothing is kept.",
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "servers": [{"url": "/"}],
        "paths": {f"/api/orientation/{name}": {"post": _operation(name)} for name in _ANSWERS},
        "components": {"schemas": found | {"Answers": _answers(), "Request": _request()}},
    }


def _operation(name: str) -> Schema:
    language = {
        "name": "lang",
        "in": "query",
        "required": False,
        "description": "The language of the answer: a code, with or without a region. Where the city does not speak it, `Accept-Language` decides, then the city. No answer of a person ever stands in the address.",
        "schema": {"type": "string"},
    }
    return {
        "operationId": name,
        "summary": _SUMMARIES[name],
        "parameters": [language],
        "requestBody": {
            "required": False,
            "description": "What was told: all of it may be left out.",
            "content": {"application/json": {"schema": {"anyOf": [_ref("Answers"), _ref("Request")]}}},
        },
        "responses": _responses(name),
    }


def _responses(name: str) -> Schema:
    failed = {code: _response(words, _ref("Failure")) for code, words in _FAILURES.items()}
    unread = _response(
        "Some of it is no answer; nothing is decided.", {"anyOf": [_ref("NotUnderstood"), _ref("Failure")]}
    )
    answered = _response(_SUMMARIES[name], _ref(_ANSWERS[name].__name__))
    answered["headers"]["Content-Language"] = {
        "description": "The language of the answer, whatever was asked for.",
        "schema": {"type": "string"},
    }
    return {"200": answered, **failed, "422": unread}


def _response(words: str, schema: Schema) -> Schema:
    kept = {"description": "`no-store`: nobody between may keep it.", "schema": {"const": "no-store"}}
    return {
        "description": words,
        "headers": {"Cache-Control": kept},
        "content": {"application/json": {"schema": schema}},
    }


def _request() -> Schema:
    return {
        "type": "object",
        "description": "Answers with the language, the day they are weighed on, and what was refused. Other keys are ignored and listed.",
        "required": ["answers"],
        "properties": {
            "answers": _ref("Answers"),
            "lang": {"type": ["string", "null"], "description": "The language of the answer."},
            "today": {
                "type": ["string", "null"],
                "format": "date",
                "pattern": "^(19|20|21)",
                "description": "The day to weigh on, from 1900 to 2199; left out: today, in the city.",
            },
            "refused": {
                "type": ["array", "null"],
                "items": {"enum": [*NAMED]},
                "description": "Attributes that were asked and refused: `next` does not ask for them again.",
            },
        },
    }


def _answers() -> Schema:
    return {
        "type": "object",
        "description": "What was told of a person. All may be left out; null: not answered, and not asked again unless all attributes stand there. Other keys are ignored and listed.",
        "properties": {each.name: _attribute(each) for each in ATTRIBUTES},
        "not": {"required": ["answers"]},
    }


def _attribute(given: Attribute) -> Schema:
    kinds: dict[str, Schema] = {
        "status": {"type": ["string", "null"]},
        "number": {"type": ["integer", "null"], "minimum": given.least, "maximum": given.most},
        "ages": {
            "type": ["array", "null"],
            "items": {"type": "integer", "minimum": given.least, "maximum": given.most},
            "maxItems": MOST_CHILDREN,
        },
        "flag": {"type": ["boolean", "null"]},
        "level": {"enum": [*LEVELS, None]},
        "codes": {
            "type": ["array", "null"],
            "items": {"type": "string", "pattern": f"^{CODE.pattern}$"},
            "maxItems": MOST_WANTS,
        },
    }
    return kinds[given.kind] | {"description": ATTRIBUTE_WORDS[given.name]}


def _ref(name: str) -> Schema:
    return {"$ref": _REF.format(name=name)}
