# SPDX-License-Identifier: EUPL-1.2
"""The engine in the browser, on a processor slowed down to a quarter as on an old phone: all verdicts and a plan for one person."""

from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import brotli

SLOWED = 4
TELLING = {
    "each": "verdicts and plan",
    "first": "the first time",
    "asked": "next question",
    "ready": "made ready",
}
ROUNDS = 20
STATIC_QUALITY = 11  # as whitenoise compresses files once
# Milliseconds: to make the engine ready; the first person, with scripts that nobody has run yet; then one after the other.
RUN = """async ([portable, people, today, rounds]) => {
  const { load } = await import("/orientation/engine.js");
  const timed = (make) => { const began = performance.now(); const made = make(); return [performance.now() - began, made]; };
  const [ready, engine] = timed(() => load(JSON.parse(portable)));
  const both = (given) => { const told = engine.read(given, today); return [engine.verdicts(told), engine.plan(told)]; };
  const [first] = timed(() => both(people[0]));
  const each = [];
  for (let round = 0; round < rounds; round++) for (const given of people) each.push(timed(() => both(given))[0]);
  const asked = people.map((given) => timed(() => engine.next(engine.read(given, today)))[0]);
  return { ready: [ready], first: [first], each, asked };
}"""


def measure(language: str, today: date) -> dict[str, Any]:
    """Milliseconds at full speed and slowed down, and what goes over the wire."""
    import yaml
    from playwright.sync_api import sync_playwright

    from pristan.city.orientation.portable import encoded
    from pristan.platform.published import readers
    from scripts import browser
    from tests import cities

    portable = encoded(language, readers.version())
    people = [
        each["answers"] for each in yaml.safe_load((cities.LJUBLJANA / "personas.yaml").read_text("utf-8"))
    ]
    with (
        sync_playwright() as driver,
        closing(
            driver.chromium.launch(executable_path=browser.find(), args=browser.launch_arguments())
        ) as running,
    ):
        plain, slowed = (_run(running, portable.decode(), people, today, rate) for rate in (1, SLOWED))
    return {"plain": plain, "slowed": slowed} | _weights(portable)


def line(found: dict[str, Any]) -> str:
    """The figures in words."""
    plain, slowed = found["plain"], found["slowed"]
    told = (
        f"{words} p50 {slowed[name]['p50_ms']:.1f} p95 {slowed[name]['p95_ms']:.1f} ms ({slowed[name]['p50_ms'] / plain[name]['p50_ms']:.1f} x full speed)"
        for name, words in TELLING.items()
    )
    return (
        f"browser, {SLOWED} x slowed: {', '.join(told)}; over the wire: rules {found['rules_kb']:.1f} KB, "
        f"{found['scripts']} scripts {found['scripts_kb']:.1f} KB"
    )


def _run(
    running: Any, portable: str, people: list[Any], today: date, rate: int
) -> dict[str, dict[str, float]]:
    """Everybody is the first one once, in a page of their own; the last page goes on with all of them, again and again."""
    from tests.vectors.browser import opened

    found: dict[str, list[float]] = {}
    for at in range(len(people)):
        page = opened(running)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
        rounds = ROUNDS if at == len(people) - 1 else 0
        told = [*people[at:], *people[:at]] if rounds else people[at : at + 1]
        for name, times in page.evaluate(RUN, [portable, told, today.isoformat(), rounds]).items():
            found.setdefault(name, []).extend(times)
        page.context.close()
    return {name: _figures(times) for name, times in found.items()}


def _figures(times: list[float]) -> dict[str, float]:
    return {"p50_ms": median(times), "p95_ms": sorted(times)[int(len(times) * 0.95)]}


def _weights(portable: bytes) -> dict[str, Any]:
    """Kilobytes over the wire, as readers get them."""
    from pristan.platform.ui.compression import QUALITY
    from tests.vectors.browser import STATIC

    scripts: list[Path] = sorted(STATIC.rglob("*.js"))
    return {
        "scripts": len(scripts),
        "scripts_kb": sum(len(brotli.compress(each.read_bytes(), quality=STATIC_QUALITY)) for each in scripts)
        / 1000,
        "rules_kb": len(brotli.compress(portable, quality=QUALITY)) / 1000,
    }
