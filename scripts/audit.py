# SPDX-License-Identifier: EUPL-1.2
"""The slow rest, on the city as people find it: python -m scripts.audit

1. Links: every page that can be reached is there, every link inside leads somewhere.
2. Sizes over the wire, compressed, everything included: a first visit and the next page of each kind.
3. axe in a real browser: one page of every kind in every language, at 360 px in the light and at 1280 px in the dark; in the city's
   first language the other way round as well, since colours and widths hang on no language.
4. The same for what no link leads to: each sort of entry, what answers a form, every page of the staff (tests/journeys/kinds.py).

Prints every finding and what mends it; status 1 if there is one.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts import pages
from scripts.screenshots import offered
from scripts.serving import ROOT, Served, serving

FIRST_VISIT = 60_000  # bytes over the wire, the page and all it loads
NEXT_PAGE = 12_000
PHONE, WIDE = {"width": 360, "height": 640}, {"width": 1280, "height": 800}
LOOKS = ((PHONE, "light"), (WIDE, "dark"))
OTHER_LOOKS = ((PHONE, "dark"), (WIDE, "light"))


def main() -> int:
    """All four; how long each took."""
    pack = Path(os.environ.get("PRISTAN_PACK", ROOT / "packs" / "ljubljana")).resolve()
    findings: list[str] = []
    with tempfile.TemporaryDirectory(prefix="pristan-") as folder:
        print(f"serving {pack.name} ...", flush=True)
        with serving(pack, Path(folder), lemmas=ROOT / "var" / "lemmas") as served:
            began = time.monotonic()
            visited = list(pages.crawl(served.url, "/"))
            languages = offered(served)
            samples = one_of_each(visited, languages)
            findings += told("links", began, f"{len(visited)} addresses", links(visited))
            began = time.monotonic()
            findings += told("sizes", began, f"{len(samples)} pages", sizes(served, samples))
            began = time.monotonic()
            findings += told("axe", began, f"{len(samples)} pages", axe(served, samples, languages[0]))
    began = time.monotonic()
    findings += told("kinds", began, "every kind of page in every language", kinds())
    print(f"{len(findings)} finding(s)")
    return 1 if findings else 0


def told(name: str, began: float, looked_at: str, found: Iterator[str]) -> list[str]:
    """Print the findings of one part and what it looked at."""
    findings = list(found)
    for finding in findings:
        print(f"{name}: {finding}", flush=True)
    print(f"{name}: {looked_at}, {len(findings)} finding(s), {time.monotonic() - began:.0f} s", flush=True)
    return findings


def one_of_each(visited: list[pages.Visited], languages: list[str]) -> list[str]:
    """One address of every kind of page in every language."""
    found: dict[tuple[str, str], str] = {}
    for page in visited:
        language = page.address.split("/")[1]
        if page.status == 200 and page.links and (language in languages or page.address == "/"):
            found.setdefault((language, page.kind), page.address)
    return list(found.values())


def links(visited: list[pages.Visited]) -> Iterator[str]:
    """Links that lead nowhere."""
    for page in visited:
        if page.status >= 400:
            yield f"{page.address} answers {page.status}, linked on {page.comes_from or 'nothing'}. mend: the link or the page"


def sizes(served: Served, samples: list[str]) -> Iterator[str]:
    """First visits over 60 KB and next pages over 12 KB; what a page loads is what a real browser asks for."""
    weights: dict[str, int] = {}

    def weight(url: str) -> int:
        if url not in weights:
            weights[url] = len(pages.fetch(url, compressed=True)[1])
        return weights[url]

    for address, loaded in loads(served, samples):
        next_page = weight(served.url + address)
        first = next_page + sum(map(weight, loaded))
        if next_page > NEXT_PAGE:
            yield f"{address}: {next_page} bytes as the next page, at most {NEXT_PAGE}. mend: shorter lists, less markup"
        if first > FIRST_VISIT:
            yield f"{address}: {first} bytes as the first page, at most {FIRST_VISIT}. mend: look at {sorted(loaded)}"


def loads(served: Served, samples: list[str]) -> Iterator[tuple[str, set[str]]]:
    """(address, what else a browser with an empty cache asks our host for)."""
    with pages.window() as window:
        asked: set[str] = set()
        window.on("request", lambda request: asked.add(request.url))
        for address in samples:
            asked.clear()
            window.goto(served.url + address, wait_until="load")
            yield (
                address,
                {url for url in asked if url.startswith(served.url + "/") and url != served.url + address},
            )


def axe(served: Served, samples: list[str], first: str) -> Iterator[str]:
    """Violations that axe finds. ``first``: the language that is looked at in all ways."""
    from axe_playwright_python.sync_playwright import Axe

    with pages.window() as window:
        for address in samples:
            window.goto(served.url + address, wait_until="load")
            for size, colours in LOOKS + OTHER_LOOKS * address.startswith(f"/{first}/"):
                window.set_viewport_size(size)
                window.emulate_media(color_scheme=colours)
                for violation in Axe().run(window).response["violations"]:
                    yield f"{address} at {size['width']} px, {colours}: {said(violation)}"


def kinds() -> Iterator[str]:
    """Whether the journeys to every kind of page find something in any language; they say themselves what."""
    words = [sys.executable, "-m", "pytest", "tests/journeys", "-p", "no:cacheprovider", "-v"]
    asked = {"PRISTAN_TEST_LANGUAGES": "all", "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    done = subprocess.run(words, cwd=ROOT, env=os.environ | asked, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        yield f"pytest ended with status {done.returncode}. mend: what it says above"


def said(violation: dict[str, Any]) -> str:
    """One violation in one line."""
    first = violation["nodes"][0]
    return f"{violation['id']} ({violation['impact']}, {len(violation['nodes'])} places), first {first['target']}. mend: {violation['helpUrl']}"


if __name__ == "__main__":
    sys.exit(main())
