# SPDX-License-Identifier: EUPL-1.2
"""An organisation corrects its hours, an editor publishes them, readers get them in every language, the record tells; a stranger finds
nothing anywhere; and what slipped in is removed by two persons until no page, search, file or byte knows it. Without JavaScript.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.access import table
from tests.access.roles import COURSE, OURS, THEIRS
from tests.concurrency import kit
from tests.journeys import colleagues, traces

pytestmark = pytest.mark.journey(on_each=True)
STREET = "Beco do Zorblim 77"
NEEDLE = "zorbli"  # no other word of the town, the thesaurus or the interface holds these letters
LANGUAGES = ("pt", "en", "uk")
PEOPLE = (
    f"journey-member=organization_editor:{OURS}", "journey-first=city_editor:", "journey-second=city_editor:",
    f"journey-stranger=organization_manager:{THEIRS}",
)  # fmt: skip
READ, HOURS = f"entry/{COURSE}/", re.compile("9:10.11:50")


@pytest.fixture
def desk(city_server, clerk):
    """`desk("first")`: a window of this person, on the start page."""
    keys = colleagues.come(city_server, *PEOPLE)

    def sit(name):
        page = colleagues.enter(clerk(has_javascript=False), city_server, keys[f"journey-{name}"])
        return opened(page, f"{city_server.url}/staff/en/")

    return sit


def opened(page, address, status=200):
    """The page at an address, which answers with this status."""
    found = page.goto(address).status
    assert found == status, f"{address}: {found}, not {status}"
    return page


def correct(page, url):
    """A member writes new hours and sends them; the address of the proposal."""
    opened(page, f"{url}/staff/en/entries/{COURSE}/")
    page.click(f"a[href$='/{COURSE}/change/hours/']")
    page.fill("[name=mo]", "09:10-11:50")
    page.fill("[name=text]", f"segunda, entrada por {STREET}")
    page.fill("[name=source]", "our own decision")
    page.click("button:has-text('Send') >> nth=0")
    expect(page.locator(".notes")).to_contain_text("waits for their answer")
    opened(page, f"{url}/staff/en/proposals/")
    page.click("tbody a")
    expect(page.locator(".diff", has_text=STREET)).to_have_count(1)
    return page.url


def publish(page, url, proposal):
    """An editor finds the proposal in the queue and publishes it."""
    opened(page, f"{url}/staff/en/review/")
    page.click(f"tbody a[href='{proposal.removeprefix(url)}']")
    page.click("button:has-text('Publish what is ticked')")
    expect(page.locator(".notes")).to_have_text("Published.")


def remove(first, second, server):
    """One asks for the value to be removed, the other one types the same. The address of the wish."""
    opened(first, f"{server.url}/staff/en/purges/about/entry/{COURSE}/")
    first.fill("[name=value]", STREET)
    first.fill("[name=reason]", "The door must not be known.")
    first.click("button:has-text('Ask for it to be removed')")
    expect(first.locator("h1")).to_have_text("Remove a value for good")
    expect(first.locator("main [name=value]")).to_have_count(0)  # alone nobody removes anything
    opened(second, first.url)
    second.fill("[name=value]", STREET.upper())
    second.click("button:has-text('Remove it for good')")
    expect(second.locator(".notes")).to_contain_text("Removed for good.")
    if "written over within minutes" in second.content():  # somebody was reading just then
        assert kit.run(server, "tick")[0] == 0
    return first.url


def read(page, url):
    """The page of the course in every language of the city, in words."""
    return [opened(page, f"{url}/{language}/{READ}").inner_text("main") for language in LANGUAGES]


def searched(page, url, words):
    """What a search shows, without the field that repeats what was typed."""
    opened(page, f"{url}/en/search/?q={words}")
    return " ".join(page.locator("main a").all_inner_texts()).lower()


def nothing_for(stranger, url, things):
    """Every staff address of the entry and of what is about it, opened and sent to by somebody of another organisation."""
    token = {"csrfmiddlewaretoken": stranger.locator("[name=csrfmiddlewaretoken]").first.input_value()}
    asked = []
    for row in table.staff_rows():
        is_about = any(word in row.address for word in (COURSE, OURS, "{proposal}", "{draft}", "{purge}"))
        for method in ("GET", "POST") if is_about else ():
            if row.expected("nobody", method) != table.NOT_ALLOWED:
                address = url + table.named(row.address, things)
                answer = stranger.context.request.fetch(address, method=method, form=token if method == "POST" else None, max_redirects=0)  # fmt: skip
                assert answer.status == 404, (method, address, answer.status)
                assert NEEDLE not in answer.text().lower()
                asked.append(address)
    assert len(asked) > 25, asked


def on_record(page, url):
    """What the record says about the entry to whoever looks."""
    return opened(page, f"{url}/staff/en/record/?key={COURSE}").inner_text("main table")


def test_hours_are_corrected_and_what_slipped_in_is_removed(city_server, desk, visitor):
    url, reader = city_server.url, visitor(has_javascript=False)
    member, first, second, stranger = map(desk, ("member", "first", "second", "stranger"))
    assert not any(HOURS.search(words) or NEEDLE in words.lower() for words in read(reader, url))
    proposal = correct(member, url)
    publish(first, url, proposal)
    pages = read(reader, url)
    assert all(HOURS.search(words) for words in pages), "hours are hours in every language"
    assert STREET in pages[0], "words stand in the language in which they were written"
    assert traces.kept(city_server, NEEDLE), "or the search below proves nothing"
    for person in (first, member):
        assert all(words in on_record(person, url) for words in ("Proposal sent", "Proposal published"))
    wish = remove(first, second, city_server)
    number = proposal.rstrip("/").rsplit("/", 1)[-1]
    nothing_for(
        stranger, url, {"proposal": number, "draft": number, "purge": wish.rstrip("/").rsplit("/", 1)[-1]}
    )
    assert all(HOURS.search(words) and NEEDLE not in words.lower() for words in read(reader, url))
    for words in ("Zorblim", STREET, "zorbl", "Português para todos"):
        assert NEEDLE not in searched(reader, url, words)
    for person, address in (
        (member, proposal),
        (first, proposal),
        (first, f"{url}/staff/en/entries/{COURSE}/history/"),
    ):
        assert NEEDLE not in opened(person, address).content().lower()
    assert "Value removed for good" in on_record(second, url)
    assert traces.kept(city_server, NEEDLE) == []
