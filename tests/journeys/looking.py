# SPDX-License-Identifier: EUPL-1.2
"""Looking at a page that is open: what axe finds, and whether it runs out of a phone's screen."""

from axe_playwright_python.sync_playwright import Axe

from tests.journeys.kinds import IS_ALL, asked

RULES = {
    "resultTypes": ["violations"],  # all rules are looked at; of what they let pass axe tells only one place
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
}
WIDE = {"width": 1280, "height": 800}


def violations(page, where):
    """What axe finds, a line for each; where every language is looked at, on a wide screen in the dark as well."""
    page.wait_for_load_state()  # a page that is still on its way has nothing to look at
    found = _violations(page, where)
    if IS_ALL:
        phone = page.viewport_size
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="dark")
        found += _violations(page, f"{where}, wide and dark")
        page.set_viewport_size(phone)
        page.emulate_media(color_scheme="light")
    return found


def _violations(page, where):
    return [
        f"{where}: {each['id']} ({each['help']}): {'; '.join(node['html'][:120] for node in each['nodes'][:3])}"
        for each in Axe().run(page, options=RULES).response["violations"]
    ]


def too_wide(page, where):
    """A page that one must push sideways on a phone."""
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"{where}: {over} px wider than the screen"] if over > 0 else []


def look(page, server, paths, run, *, things=None, answers=None):
    """What is wrong with staff pages, each in its languages. ``answers``: status of those that do not answer 200."""
    found = []
    for path, in_turn in paths.items():
        for language in asked(in_turn, run):
            address = f"/staff/{language}/{path.format(**things or {})}"
            status = page.goto(server.url + address).status
            assert status == (answers or {}).get(path, 200), (address, status)
            found += violations(page, address) + too_wide(page, address)
    return found
