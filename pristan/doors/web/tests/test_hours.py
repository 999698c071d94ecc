# SPDX-License-Identifier: EUPL-1.2
"""Hours: printed for the whole week, trusted only while they are young."""

import html
import json
import re
from datetime import date

from pristan.doors.web import when
from pristan.doors.web.tests.entries import OLD, WEEK, hours

TODAY = date(2026, 11, 24)  # a Tuesday


def test_the_week_as_a_table(read):
    page = read("/sl/entry/ue-ljubljana-tujci/")
    assert page.count('<tr data-day="') == 7
    assert "ponedeljek" in page
    assert '<bdi dir="ltr" class="number">08:00–12:00</bdi>' in page


def test_the_script_gets_hours_only_while_they_can_be_trusted(read, harbour):
    page = read("/en/entry/ue-ljubljana-tujci/")
    data = json.loads(html.unescape(re.search(r'data-hours="([^"]+)"', page)[1]))
    assert data["weekly"] == WEEK
    assert data["zone"] == "Europe/Ljubljana"
    assert data["holidays"] == ["2026-12-25"]
    harbour.bodies["en"]["ue-ljubljana-tujci"]["schedule"]["as_of"] = OLD
    page = read("/en/entry/ue-ljubljana-tujci/")
    assert "data-hours" not in page
    assert "These hours are as of 2019. Call first." in page


def test_the_order_in_which_a_database_keeps_days_does_not_show():
    one, other = hours(WEEK), hours({day: WEEK[day] for day in reversed(WEEK)})
    assert list(one["weekly"]) != list(other["weekly"])
    assert when.data(one, (), "Europe/Ljubljana") == when.data(other, (), "Europe/Ljubljana")


def test_a_page_never_says_open_now_by_itself(read):
    for path in ("/en/", "/en/need/health/", "/en/entry/infotujci/", "/en/urgent/"):
        page = re.sub(r'(?:data-[a-z]+|title)="[^"]*"', "", read(path))
        assert "Open now" not in page.replace("<span>Open now</span>", "")


def test_one_line_for_a_card():
    young = hours(WEEK)
    assert when.brief(None, TODAY, ()) == ""
    assert when.brief(hours(is_always=True), TODAY, ()) == "Day and night"
    doubtful = {**hours(is_always=True), "as_of": "2014", "confidence": "low"}
    assert when.brief(doubtful, TODAY, ()) == "Hours as of 2014: call first"
    assert when.brief(young, TODAY, ()) == "Closed today"
    assert (
        when.brief(young, date(2026, 11, 25), ()) == "Today \u206608:00–12:00\u2069, \u206613:00–18:00\u2069"
    )
    assert when.brief(hours(WEEK, as_of=OLD), TODAY, ()) == "Hours as of 2019: call first"
    assert when.brief(hours(WEEK, as_of=None), TODAY, ()) == "Hours without a date: call first"
    assert when.brief(hours(by_appointment=True), TODAY, ()) == "By appointment"
    assert when.brief(young, date(2026, 12, 25), {date(2026, 12, 25)}) == ""


def test_past_midnight_is_printed_as_people_write_it():
    assert when.brief(hours({"tu": [["21:00", "04:00"]]}), TODAY, ()) == "Today \u206621:00–04:00\u2069"
    assert when.brief(hours({"tu": [["00:00", "24:00"]]}), TODAY, ()) == "Today \u206600:00–24:00\u2069"
