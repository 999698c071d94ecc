# SPDX-License-Identifier: EUPL-1.2
"""What tests may ask for.

- `city`: the example city in the test database, gone after the test (`example_city`: once for all tests of a module)
- `ljubljana`: the real city for all tests of a module; what a test writes is taken back
- `city_server`, `ljubljana_server`: a city served by a process of its own, as `pristan run` does it (once for the whole run)
- `crawled`: every page and file of the served example city that its links lead to
- `visitor`: a person with a fresh browser window; at the end nothing may have gone wrong in it
- `clerk`: the same for somebody who signs in
"""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests import cities, prepared

# The browser's driver keeps an event loop in this thread; Django's guard against that is for servers.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure(config: pytest.Config) -> None:
    """Interface strings in every language, before anything reads them."""
    from pristan.platform.ui.catalogues import compile_catalogues

    compile_catalogues(cities.ROOT / "locale")


@pytest.fixture(scope="session")
def city_server(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The example city on an address of its own: `.url`, `.said()`."""
    with prepared.served(cities.EXAMPLE, tmp_path_factory.mktemp("example")) as served:
        yield served


@pytest.fixture(scope="session")
def crawled(city_server: Any) -> Any:
    """All that can be reached from the first page of the example city, a list of `scripts.pages.Visited`."""
    from scripts import pages

    return list(pages.crawl(city_server.url, "/"))


@pytest.fixture(scope="session")
def ljubljana_server(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Ljubljana as people find it: `.url`, `.said()`."""
    with prepared.served(cities.LJUBLJANA, tmp_path_factory.mktemp("ljubljana")) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real Chromium. Without one the test fails: `make test` finds or installs it."""
    from playwright.sync_api import sync_playwright

    from scripts import browser as chromium

    path = chromium.find()
    if path is None:
        pytest.fail(chromium.HOW)
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=path, args=chromium.launch_arguments())
        yield running
        running.close()


@pytest.fixture
def visitor(browser: Any) -> Iterator[Callable[..., Any]]:
    """`visitor(width=360, is_dark=False, has_javascript=True, locale="sl")` -> a page of a fresh, private window.

    At the end of the test: no script error, no breach of the content security policy, no request to another host, no cookie.
    """
    yield from _windows(browser)


@pytest.fixture
def clerk(browser: Any) -> Iterator[Callable[..., Any]]:
    """As `visitor`, for somebody who signs in: cookies are right, but only below /staff/ and out of the reach of scripts."""
    yield from _windows(browser, is_staff=True)


def _windows(browser: Any, *, is_staff: bool = False) -> Iterator[Callable[..., Any]]:
    from tests.watching import Watch

    watches: list[Watch] = []

    def enter(
        *,
        width: int = 360,
        height: int = 640,
        is_dark: bool = False,
        has_javascript: bool = True,
        locale: str = "en",
    ) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if is_dark else "light",
            java_script_enabled=has_javascript, locale=locale, reduced_motion="reduce",
        )  # fmt: skip
        watches.append(Watch(context, is_staff=is_staff))
        return context.new_page()

    yield enter
    troubles = [trouble for watch in watches for trouble in watch.close()]
    assert not troubles, "\n".join(troubles)
