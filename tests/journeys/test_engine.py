# SPDX-License-Identifier: EUPL-1.2
"""The engine as a phone gets it: modules named by their contents, under the content security policy, and the same answers."""

import json
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.journey
TOLD = {
    "legal_status": "temporary_protection_applicant", "base_status": "temporary_protection_applicant", "days_since_arrival": 2,
    "age": 34, "children_ages": [4, 8], "works": False, "address_registered": False, "slovene_level": "none",
}  # fmt: skip
TODAY = "2026-11-27"
LOCAL = """async ([engine, given, today]) => {
  const { load } = await import(engine);
  const made = load(await (await fetch("/en/orientation.json")).json());
  const told = made.read(given, today);
  return { plan: made.plan(told), verdicts: made.verdicts(told), next: made.next(told) };
}"""
REMOTE = """async ([name, given, today]) => {
  const body = JSON.stringify({ answers: given, lang: "en", today });
  return (await fetch(`/api/orientation/${name}`, { method: "POST", body })).json();
}"""
NAMED_BY_CONTENT = re.compile(r"/static/\w+/\w+\.[0-9a-f]{12}\.(js|svg)")


@pytest.fixture
def engine(ljubljana_server):
    """The address of the engine, by its content."""
    folder = Path(ljubljana_server.environment["PRISTAN_VAR"]) / "static"
    manifest = json.loads((folder / "staticfiles.json").read_text("utf-8"))
    return f"/static/{manifest['paths']['orientation/engine.js']}"


def test_the_phone_finds_what_the_server_finds_and_sends_no_answer(ljubljana_server, visitor, engine):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/plan/")
    asked = []
    page.on("request", lambda request: asked.append(request))
    found = page.evaluate(LOCAL, [engine, TOLD, TODAY])
    paths = [request.url.removeprefix(ljubljana_server.url) for request in asked]
    assert {request.method for request in asked} == {"GET"}
    assert all(NAMED_BY_CONTENT.fullmatch(path) for path in paths if path != "/en/orientation.json"), paths
    assert len(paths) > 10
    plan, verdicts, following = (
        page.evaluate(REMOTE, [name, TOLD, TODAY]) for name in ("plan", "verdicts", "next")
    )
    for name in (
        "id",
        "verdict",
        "band",
        "urgent",
        "due",
        "because",
        "realistic",
        "window",
        "blocked_by",
        "reasons",
    ):
        assert [each[name] for each in found["plan"]["steps"]] == [each[name] for each in plan["steps"]], name
    for name in ("id", "kind", "verdict", "reasons", "open"):
        assert [each[name] for each in found["verdicts"]] == [each[name] for each in verdicts["verdicts"]], (
            name
        )
    assert found["next"]["question"] == following["question"]


def test_a_module_may_be_kept_for_ever(ljubljana_server, visitor, engine):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/plan/")
    answer = page.request.get(f"{ljubljana_server.url}{engine}")
    assert "immutable" in answer.headers["cache-control"]
    assert NAMED_BY_CONTENT.search(answer.text().replace("./", "/static/orientation/"))
