# SPDX-License-Identifier: EUPL-1.2
"""In a real browser, on a phone: a clerk sends a sheet, answers and writes it; several entries at once; numbers. axe finds nothing on any of these pages."""

import subprocess
import sys

import pytest

from scripts.serving import ROOT
from tests.journeys.kinds import SHEETS, asked
from tests.journeys.looking import look, too_wide, violations
from tests.journeys.staffing import invited, join, set_up_app, sign_in

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


def test_a_clerk_sends_answers_and_writes(city_server, editor, languages):
    found = look(editor, city_server, SHEETS, languages)

    def see(where):
        found.extend(violations(editor, where))
        found.extend(too_wide(editor, where))

    for language in asked(SHEETS["sheets/"], languages):
        send(editor, city_server, "", language)
        see(f"{language}: a file that is none")
        send(editor, city_server, WRONG, language)
        editor.wait_for_selector("tbody tr")
        assert editor.locator("tbody tr").count() == 5
        see(f"{language}: wrong cells")
    send(editor, city_server, HEAD + "Harbour café,service,information,112,,our own decision,\n")
    editor.wait_for_selector("text=Write all of it")
    see("ready")
    editor.click("text=Write all of it")
    editor.wait_for_selector("text=The sheet is written")
    see("written")
    send(editor, city_server, HEAD + "Harbour cafe,service,information,113,,our own decision,\n")
    editor.wait_for_selector("text=Is this the same?")
    see("a question")
    editor.check("text=The same: change that entry")
    editor.click("text=Go on")
    editor.click("text=Write all of it")
    editor.wait_for_selector("text=Entries that changed")
    editor.goto(f"{city_server.url}/staff/en/entries/?q=Harbour")
    editor.check("#f-all")
    editor.click("text=Take them away")
    editor.wait_for_selector("button[name=sure]")
    see("several, asked")
    editor.fill("[name=why]", "a test")
    editor.click("button[name=sure]")
    editor.wait_for_selector("text=Undo")
    see("several, done")
    editor.click("text=Undo")
    editor.fill("[name=why]", "a test")
    editor.click("button[name=sure]")
    editor.wait_for_selector("text=Readers see these again")
    assert not found, "\n".join(found)
