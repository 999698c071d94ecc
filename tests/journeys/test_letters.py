# SPDX-License-Identifier: EUPL-1.2
"""A device that has no letters of a script gets them; one that has them fetches none."""

import os
import shutil
from pathlib import Path

import pytest

from pristan.platform.documents import typesetting
from scripts import browser as chromium

pytestmark = pytest.mark.journey
LATIN_ONLY = "<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"


def fonts_fetched(browser, url):
    """The names of the fonts that a page fetches."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page, fetched = context.new_page(), []
    page.on("response", lambda answer: fetched.append(answer.url) if ".woff2" in answer.url else None)
    page.goto(url)
    page.evaluate("document.fonts.ready")
    context.close()
    return [Path(each).name.split(".")[0] for each in fetched]


@pytest.fixture
def poor(browser, tmp_path):
    """A browser on a device with Latin and Cyrillic letters only."""
    shutil.copy(typesetting.FONTS / "NotoSans-Regular.ttf", tmp_path)
    (tmp_path / "fonts.conf").write_text(LATIN_ONLY.format(folder=tmp_path))
    running = browser.browser_type.launch(
        executable_path=chromium.find(), args=chromium.launch_arguments(),
        env={**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")},
    )  # fmt: skip
    yield running
    running.close()


def test_letters_are_fetched_only_by_a_device_that_has_none(ljubljana_server, browser, poor):
    for language, fetched in (("ar", ["arabic"]), ("fa", ["arabic"]), ("uk", []), ("sl", [])):
        address = f"{ljubljana_server.url}/{language}/"
        assert fonts_fetched(poor, address + "entry/pro-bono-ambulanta/") == fetched, language
        assert fonts_fetched(browser, address) == [], language
