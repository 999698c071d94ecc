# SPDX-License-Identifier: EUPL-1.2
"""In a real browser, on a phone: a clerk sends a sheet, answers and writes it; several entries at once; numbers. axe finds nothing on any of these pages."""

import subprocess
import sys

import pytest

from scripts.serving import ROOT
from tests.access.roles import COURSE
from tests.journeys.staffing import invited, join, set_up_app, sign_in
from tests.journeys.test_axe import LANGUAGES, violations
from tests.journeys.test_axe_staff import too_wide

pytestmark = pytest.mark.journey(on_each=True)
HEAD = "name,kind,needs,phones,website,source,id\n"
WRONG = HEAD + "A,services,nothing like this,evening,example.org,,\n"


@pytest.fixture
def editor(city_server, clerk):
    """A city editor who is signed in; the city has its first readings."""
    words = [sys.executable, "-m", "pristan.doors.cli.main", "facts", "--take"]
    subprocess.run(words, cwd=ROOT, env=dict(city_server.environment), capture_output=True, check=True)
    page = clerk()
    join(page, invited(city_server, "sheets@example.org", "city_editor"))
    sign_in(page, city_server, "sheets@example.org")
    set_up_app(page)
    return page


def send(page, server, text, language="en"):
    page.goto(f"{server.url}/staff/{language}/sheets/")
    page.set_input_files("#f-sheet", {"name": "sheet.csv", "mimeType": "text/csv", "buffer": text.encode()})
    page.click("main form button[type=submit]")


def test_a_clerk_sends_answers_and_writes(city_server, editor):
    found = []

    def look(where):
        found.extend(violations(editor, where))
        found.extend(too_wide(editor, where))

    for language in LANGUAGES:
        for path in ("entries/", f"entries/{COURSE}/", "facts/", "facts/directory.entries-by-need/", "facts/directory.openings/"):  # fmt: skip
            editor.goto(f"{city_server.url}/staff/{language}/{path}")
            look(f"{language} {path}")
        send(editor, city_server, "", language)
        look(f"{language}: a file that is none")
        send(editor, city_server, WRONG, language)
        editor.wait_for_selector("tbody tr")
        assert editor.locator("tbody tr").count() == 5
        look(f"{language}: wrong cells")
    send(editor, city_server, HEAD + "Harbour café,service,information,112,,our own decision,\n")
    editor.wait_for_selector("text=Write all of it")
    look("ready")
    editor.click("text=Write all of it")
    editor.wait_for_selector("text=The sheet is written")
    look("written")
    send(editor, city_server, HEAD + "Harbour cafe,service,information,113,,our own decision,\n")
    editor.wait_for_selector("text=Is this the same?")
    look("a question")
    editor.check("text=The same: change that entry")
    editor.click("text=Go on")
    editor.click("text=Write all of it")
    editor.wait_for_selector("text=Entries that changed")
    editor.goto(f"{city_server.url}/staff/en/entries/?q=Harbour")
    editor.check("#f-all")
    editor.click("text=Take them away")
    editor.wait_for_selector("button[name=sure]")
    look("several, asked")
    editor.fill("[name=why]", "a test")
    editor.click("button[name=sure]")
    editor.wait_for_selector("text=Undo")
    look("several, done")
    editor.click("text=Undo")
    editor.fill("[name=why]", "a test")
    editor.click("button[name=sure]")
    editor.wait_for_selector("text=Readers see these again")
    assert not found, "\n".join(found)
