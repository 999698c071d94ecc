# SPDX-License-Identifier: EUPL-1.2
"""Which searches of the pages are counted: the first page of words that a person opened, and nothing besides."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from pristan.doors.web.tests.harbour import identity
from pristan.platform.search import signals


@pytest.fixture(autouse=True)
def _on(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    settings.SEARCH_SIGNALS = True
    monkeypatch.setattr(signals, "EVERY", 3600.0)
    yield
    signals._taken()


def heard() -> list[tuple[str, str, bool]]:
    return [(each.text, each.language, each.is_found) for each in signals._taken()]


def test_the_first_page_of_words_is_counted(read):
    read("/en/search/?q=helpline")
    read("/sl/search/?q=qqqq")
    assert heard() == [("helpline", "en", True), ("qqqq", "sl", False)]


def test_the_first_hit_is_remembered(read):
    read("/en/search/?q=helpline")
    assert signals._taken()[0].first == identity("sos-telefon")


def test_what_the_words_alone_find_counts_whatever_the_filters_leave(read):
    read("/en/search/?q=shelter&kind=course")
    read("/en/search/?q=helpline&open=now")
    assert heard() == [("shelter", "en", True), ("helpline", "en", True)]


def test_a_day_is_a_date_in_the_city(ask):
    with time_machine.travel(datetime(2026, 11, 24, 23, 30, tzinfo=UTC), tick=False):
        ask("/en/search/?q=helpline")
    assert signals._taken()[0].day == date(2026, 11, 25)


@pytest.mark.parametrize(
    "path", ["/en/search/", "/en/search/?need=health", "/en/suggest/?q=helpline", "/en/", "/en/search/?q=helpline&page=9", "/en/need/health/"]
)  # fmt: skip
def test_no_other_page_is_counted(ask, path):
    ask(path)
    assert heard() == []


def test_the_pages_that_follow_are_not_counted(arrive):
    arrive(extra=30)
    assert Client().get("/en/search/?q=clinic&page=2").status_code == 200
    assert heard() == []


@pytest.mark.parametrize("name", ["Purpose", "Sec-Purpose", "X-Moz"])
@pytest.mark.parametrize("value", ["prefetch", "Prefetch;prerender"])
def test_a_page_that_nobody_chose_yet_is_not_counted(ask, name, value):
    assert ask("/en/search/?q=helpline", **{name: value}).status_code == 200
    assert heard() == []


def test_headers_alone_and_a_page_that_the_browser_has_are_not_counted(ask):
    tag = ask("/en/search/?q=free")["ETag"]
    heard()
    assert ask("/en/search/?q=free", if_none_match=tag).status_code == 304
    Client().head("/en/search/?q=helpline")
    assert heard() == []


def test_nothing_is_counted_where_it_is_switched_off(ask, settings):
    settings.SEARCH_SIGNALS = False
    ask("/en/search/?q=helpline")
    assert heard() == []


def test_counting_reads_nothing_and_changes_no_byte(ask, harbour, settings):
    harbour.calls.clear()
    counted, calls = ask("/en/search/?q=helpline"), [*harbour.calls]
    settings.SEARCH_SIGNALS = False
    harbour.calls.clear()
    assert ask("/en/search/?q=helpline").content == counted.content
    assert harbour.calls == calls


def test_a_thread_that_cannot_begin_is_no_error(ask, monkeypatch):
    def refuse(_: Any) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(signals.Timer, "start", refuse)
    assert ask("/en/search/?q=helpline").status_code == 200
    assert len(signals._waiting) == 1


def test_the_page_on_privacy_says_what_is_counted_and_only_where_it_is(read, settings):
    told = read("/en/privacy/")
    assert "We count how often a need is searched for" in told
    assert "on five different days" in told
    settings.SEARCH_SIGNALS = False
    assert "We count how often" not in read("/en/privacy/")
