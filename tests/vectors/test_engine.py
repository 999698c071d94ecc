# SPDX-License-Identifier: EUPL-1.2
"""What the browser's engine does where there is nothing right to answer."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from pristan.city.orientation.portable import portable
from pristan.city.orientation.tests.kit import book, step
from tests.vectors.browser import opened

RUN = """async ([portable, body]) => {
  const { load } = await import("/orientation/engine.js");
  try { return { made: new Function("load", "portable", body)(load, JSON.parse(portable)) }; } catch (error) { return { error: `${error}` }; }
}"""


@pytest.fixture(scope="module")
def page(browser: Any) -> Iterator[Any]:
    """An empty page, for all tests of the module."""
    page = opened(browser)
    yield page
    page.close()


def run(page: Any, body: str, **changed: Any) -> dict[str, Any]:
    carried = msgspec.to_builtins(portable(book(step("visit")))) | changed
    found: dict[str, Any] = page.evaluate(RUN, [msgspec.json.encode(carried).decode(), body])
    return found


@pytest.mark.parametrize("ask", ["verdicts", "plan", "next"])
def test_nothing_is_decided_on_half_an_answer_and_no_error_repeats_it(page: Any, ask: str) -> None:
    found = run(
        page, f'const it = load(portable); return it.{ask}(it.read({{ age: "secret" }}, "2026-03-02"))'
    )
    assert "malformed" in found["error"]
    assert "secret" not in found["error"]


def test_a_form_of_rules_from_another_time_is_refused(page: Any) -> None:
    assert "reads 1" in run(page, "return load(portable)", format=2)["error"]


@pytest.mark.parametrize(
    "day", ["", "tomorrow", "2026-02-31", "2026-3-2", "2026-03-02T00:00:00Z", None, 20_514]
)
def test_a_day_that_is_none_is_refused(page: Any, day: Any) -> None:
    found = run(page, f"return load(portable).read({{}}, {msgspec.json.encode(day).decode()})")
    assert found["error"].startswith("TypeError")


def test_the_same_answers_are_weighed_once(page: Any) -> None:
    body = 'const it = load(portable), told = it.read({}, "2026-03-02"); return it.verdicts(told)[0].by === it.plan(told).steps[0].by'
    assert run(page, body) == {"made": True}


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_day_is_the_same_day_wherever_the_phone_is(browser: Any, zone: str) -> None:
    context = browser.new_context(timezone_id=zone)
    page = opened(context)
    body = 'const it = load(portable); return it.plan(it.read({ days_since_arrival: 1 }, "2026-03-29")).steps[0].due'
    given = step("file", counts_from="days_since_arrival", days_after=10, event="arrival")
    carried = msgspec.json.encode(portable(book(given))).decode()
    assert page.evaluate(RUN, [carried, body]) == {"made": "2026-04-07"}
    context.close()
