# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the ten most used pages: python -m scripts.screenshots [LANGUAGE ...]

In the given languages (default: those of the city), at 360 and 1280 px, light and dark, of the city in PRISTAN_PACK on a
database of its own. Into var/screenshots, which is not committed.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from scripts import pages
from scripts.serving import ROOT, Served, serving

FOLDER = ROOT / "var" / "screenshots"
WIDTHS = {360: 640, 1280: 800}
# (name, kind of page): the first address of that kind that one comes to is taken.
TEN = (
    ("1-home", "/"), ("2-search", "/search/"), ("3-need", "/need/*"), ("4-entry", "/entry/*"), ("5-private-entry", "/i/*"),
    ("6-urgent", "/urgent/"), ("7-all", "/all/"), ("8-my-list", "/my-list/"), ("9-counter", "/entry/*/counter"), ("10-about", "/about/"),
)  # fmt: skip


def main(languages: list[str]) -> int:
    """Serve, look, keep."""
    began = time.monotonic()
    pack = Path(os.environ.get("PRISTAN_PACK", ROOT / "packs" / "ljubljana")).resolve()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="pristan-") as folder:
        print(f"serving {pack.name} ...", flush=True)
        with serving(pack, Path(folder), lemmas=ROOT / "var" / "lemmas") as served:
            for language in languages or offered(served):
                addresses = ten(served, language)
                for width in WIDTHS:
                    for is_dark in (False, True):
                        take(served, language, addresses, width=width, is_dark=is_dark)
    count = len(list(FOLDER.glob("*.png")))
    print(f"{count} pictures in {FOLDER.relative_to(ROOT)} ({time.monotonic() - began:.0f} s)")
    return 0 if count else 1


def offered(served: Served) -> list[str]:
    """The languages behind the door of the city."""
    links = next(pages.crawl(served.url, "/")).links
    parts = [link.strip("/") for link in links if link.startswith("/") and link.count("/") == 2]
    return list(dict.fromkeys(part for part in parts if 2 <= len(part) <= 8 and "." not in part))


def ten(served: Served, language: str) -> list[tuple[str, str]]:
    """(name, address) of the ten pages in a language, as far as the city has them. Of searches one that asks something."""
    found: dict[str, str] = {}
    wanted = {kind.rstrip("/") for _, kind in TEN}
    for page in pages.crawl(served.url, f"/{language}/"):
        kind, asks = page.kind.rstrip("/"), "q=" in page.address
        if (
            page.status == 200
            and page.address.startswith(f"/{language}/")
            and (kind not in found or (asks and "q=" not in found[kind]))
        ):
            found[kind] = page.address
        if wanted <= set(found) and "q=" in found["/search"]:
            break
    if missing := wanted - set(found):
        print(f"{language}: no page of kind {', '.join(sorted(missing))}", flush=True)
    return [(name, found[kind.rstrip("/")]) for name, kind in TEN if kind.rstrip("/") in found]


def take(
    served: Served, language: str, addresses: list[tuple[str, str]], *, width: int, is_dark: bool
) -> None:
    """One picture of each page, whole length."""
    shade = "dark" if is_dark else "light"
    with pages.window(width=width, height=WIDTHS[width], is_dark=is_dark) as window:
        for name, address in addresses:
            window.goto(served.url + address, wait_until="load")
            window.screenshot(path=FOLDER / f"{name}-{language}-{width}-{shade}.png", full_page=True)
    print(f"{language} {width} px {shade}: {len(addresses)}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
