# SPDX-License-Identifier: EUPL-1.2
"""Which pages count as opened: the page of an entry that somebody read, and nothing besides; and no byte of it changes."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client

from pristan.doors.web.tests.conftest import SHELTER, SOS
from pristan.doors.web.tests.harbour import identity
from pristan.platform.facts import openings


@pytest.fixture(autouse=True)
def _on(settings, monkeypatch):
    settings.COUNT_OPENINGS = True
    monkeypatch.setattr(openings.batch, "every", 3600.0)
    yield
    openings.batch.take()


@pytest.fixture
def plain(harbour):
    """The address of an entry that is not sensitive, without the language."""
    return next(f"/entry/{key}/" for key, each in harbour.entries.items() if not each["is_sensitive"])


def opened():
    return dict(openings.batch.take())


def test_the_page_of_an_entry_is_counted_by_day_and_language(ask, plain):
    key = plain.split("/")[2]
    assert (
        ask(f"/en{plain}").status_code
        == ask(f"/en{plain}").status_code
        == ask(f"/ar{plain}").status_code
        == 200
    )
    day = date(2026, 11, 24)
    assert opened() == {(day, str(identity(key)), "en"): 2, (day, str(identity(key)), "ar"): 1}


def test_a_day_is_a_date_in_the_city(ask, plain):
    with time_machine.travel(datetime(2026, 11, 24, 23, 30, tzinfo=UTC), tick=False):
        ask(f"/en{plain}")
    assert [day for day, _, _ in opened()] == [date(2026, 11, 25)]


@pytest.mark.parametrize("address", [SOS, SHELTER])
def test_sensitive_entries_are_never_counted(ask, address):
    assert ask(f"/en{address}").status_code == 200
    assert opened() == {}


@pytest.mark.parametrize(
    "path", ["/en/", "/en/all/", "/en/search/?q=helpline", "/en/urgent/", "/en/entry/nothing-here/"]
)
def test_no_other_page_is_counted(ask, path):
    ask(path)
    assert opened() == {}


@pytest.mark.parametrize("part", ["counter/", "share/", "problem/", "card.vcf", "qr.svg", "two/ar/"])
def test_what_hangs_on_an_entry_is_not_counted(ask, plain, part):
    assert ask(f"/en{plain}{part}").status_code == 200
    assert opened() == {}


def test_headers_alone_and_a_page_that_the_browser_has_are_not_counted(ask, plain):
    tag = ask(f"/en{plain}")["ETag"]
    opened()
    assert ask(f"/en{plain}", if_none_match=tag).status_code == 304
    Client().head(f"/en{plain}")
    assert opened() == {}


@pytest.mark.parametrize(
    "agent", ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "bingbot/2.0", "curl/8.5.0", "python-requests/2.32", "WhatsApp-preview", "Example Spider", "ia_archiver crawler"]
)  # fmt: skip
def test_robots_that_say_so_are_not_counted(ask, plain, agent):
    assert ask(f"/en{plain}", user_agent=agent).status_code == 200
    assert opened() == {}


@pytest.mark.parametrize(
    "agent", ["", "Mozilla/5.0 (Linux; Android 8.0; CUBOT X18) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"]
)  # fmt: skip
def test_people_are_counted_whatever_their_browser(ask, plain, agent):
    ask(f"/en{plain}", user_agent=agent)
    assert sum(opened().values()) == 1


@pytest.mark.parametrize("name", ["Purpose", "Sec-Purpose", "X-Moz"])
def test_a_page_that_nobody_chose_yet_is_not_counted(ask, plain, name):
    ask(f"/en{plain}", **{name: "prefetch"})
    assert opened() == {}


def test_counting_reads_nothing_and_changes_no_byte(ask, plain, harbour, settings):
    harbour.calls.clear()
    counted, calls = ask(f"/en{plain}"), [*harbour.calls]
    settings.COUNT_OPENINGS = False
    harbour.calls.clear()
    plain_answer = ask(f"/en{plain}")
    assert plain_answer.content == counted.content and plain_answer["ETag"] == counted["ETag"]
    assert harbour.calls == calls
    assert sum(opened().values()) == 1


def test_the_page_on_privacy_says_what_is_counted_and_only_where_it_is(read, settings):
    assert "how often the page of a place or of help is opened" in read("/en/privacy/")
    settings.COUNT_OPENINGS = False
    assert "how often the page of a place" not in read("/en/privacy/")
