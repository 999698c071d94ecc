# SPDX-License-Identifier: EUPL-1.2
"""The interface and its description are one: what is answered fits it, what it allows is answered, and nothing makes it fail."""

import json
from typing import Any

import jsonschema
import pytest
import schemathesis
import yaml
from django.test import Client
from django.test.client import ClientHandler
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from pristan.core.rules import NAMED
from pristan.doors.web import openapi, selectors
from tests import cities

DOCUMENT = json.loads(openapi.document())
ADDRESSES = ("next", "verdicts", "plan")
PERSONAS = yaml.safe_load((cities.LJUBLJANA / "personas.yaml").read_text("utf-8"))
# Answers with all days as far away as they can be: what is counted from them stays within a calendar.
FAR = {name: each.most for name, each in NAMED.items() if each.kind == "number"} | {
    "legal_status": "tcn_student",
    "wants": ["papers"],
}
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance,
]  # fmt: skip


def holds(pointer: dict[str, Any]) -> jsonschema.Draft202012Validator:
    """A validator of one part of the document."""
    return jsonschema.Draft202012Validator({"components": DOCUMENT["components"], **pointer})


def answered(name: str, code: int) -> jsonschema.Draft202012Validator:
    """A validator of what an address answers with a status."""
    responses = DOCUMENT["paths"][f"/api/orientation/{name}"]["post"]["responses"]
    return holds(responses[str(code)]["content"]["application/json"]["schema"])


def post(name: str, body: Any) -> Any:
    raw = body if isinstance(body, str | bytes) else json.dumps(body)
    return Client().post(f"/api/orientation/{name}?lang=en", raw, content_type="application/json")


def described(schema: Any, where: str = "") -> list[str]:
    """Fields without a word about them."""
    if isinstance(schema, list):
        return [each for at, one in enumerate(schema) for each in described(one, f"{where}.{at}")]
    if not isinstance(schema, dict):
        return []
    silent = [
        f"{where}.{name}"
        for name, one in (schema.get("properties") or {}).items()
        if isinstance(one, dict) and "description" not in one and "$ref" not in one
    ]
    return silent + [each for name, one in schema.items() for each in described(one, f"{where}.{name}")]


def test_it_is_served_to_everybody_and_kept_by_name():
    answer = Client().get("/api/openapi.json")
    assert answer.json() == DOCUMENT
    assert answer["Cache-Control"] == "public, no-cache"
    again = Client().get("/api/openapi.json", headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert Client().post("/api/openapi.json").status_code == 405


def test_it_is_openapi_and_describes_every_field_and_attribute():
    schemathesis.openapi.from_dict(DOCUMENT).validate()
    for schema in DOCUMENT["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    assert described(DOCUMENT["components"]) == []
    assert set(DOCUMENT["components"]["schemas"]["Answers"]["properties"]) == set(NAMED)
    assert set(openapi.ATTRIBUTE_WORDS) == set(NAMED)


@pytest.mark.django_db
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda each: str(each["id"]))
def test_what_every_persona_sends_and_gets_fits(ljubljana, persona):
    request = DOCUMENT["paths"]["/api/orientation/plan"]["post"]["requestBody"]["content"]["application/json"]
    holds(request["schema"]).validate(persona["answers"])
    for name in ADDRESSES:
        answer = post(name, persona["answers"])
        assert answer.status_code == 200
        answered(name, 200).validate(answer.json())


@pytest.mark.django_db
@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.parametrize(
    "body",
    ["", "{", "null", "[]", b"\xff", "x" * 40_000, {"age": "thirty"}, {"legal_status": "king"}, {"answers": 3}, {"answers": {"age": -1}},
     {"answers": {}, "today": "tomorrow"}, {"answers": FAR, "today": "0001-01-01"}, {"answers": FAR, "today": "9999-12-31"}, {"answers": {}, "lang": 3}, {"wants": ["no code"]}, {"children_ages": list(range(30))}],
    ids=lambda each: str(each)[:20],
)  # fmt: skip
def test_what_is_said_to_bad_requests_fits(ljubljana, name, body):
    answer = post(name, body)
    answered(name, answer.status_code).validate(answer.json())


@pytest.mark.django_db
@pytest.mark.parametrize("today", ["1900-01-01", "2199-12-31"])
@pytest.mark.parametrize("end", ["least", "most"])
def test_the_farthest_days_can_be_counted_from(ljubljana, today, end):
    told = {name: getattr(each, end) for name, each in NAMED.items() if each.kind == "number"}
    for code in ("tcn_student", "eu_citizen", "asylum_applicant", "temporary_protection"):
        body = {
            "answers": told | {"legal_status": code, "children_ages": [5], "wants": ["papers"]},
            "today": today,
        }
        answer = post("plan", body)
        assert answer.status_code == 200, code
        answered("plan", 200).validate(answer.json())


@pytest.mark.django_db
@pytest.mark.parametrize("tag", ["hr", "hr-HR", "sr-Latn", "cnr"])
def test_who_reads_croatian_or_serbian_is_answered_in_their_common_language(ljubljana, tag):
    headers = {"Accept-Language": f"{tag}, en;q=0.5"}
    answer = Client().post("/api/orientation/next", "{}", content_type="application/json", headers=headers)
    assert answer["Content-Language"] == "bs"
    assert '<html lang="bs"' in Client().get("/", headers=headers).content.decode()


@pytest.mark.django_db
def test_a_city_without_data_answers_as_described(monkeypatch):
    monkeypatch.setattr(selectors, "any_catalogue", lambda *_: None)
    answer = post("plan", {})
    assert answer.status_code == 503
    answered("plan", 503).validate(answer.json())


def served(environ: dict[str, Any], start: Any) -> list[bytes]:
    """The interface as a WSGI application that leaves the test's database open, and squeezes nothing."""
    environ.pop("HTTP_ACCEPT_ENCODING", None)
    answer = ClientHandler()(environ)
    start(f"{answer.status_code} {answer.reason_phrase}", list(answer.items()))
    return [answer.content]


schema = schemathesis.openapi.from_dict(DOCUMENT)
schema.app = served
schema.config.generation.update(modes=list(schemathesis.GenerationMode))


@pytest.mark.django_db
@schema.parametrize()
@settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_whatever_is_sent_gets_an_answer_that_is_described(ljubljana, case):
    case.call_and_validate(checks=CHECKS)
