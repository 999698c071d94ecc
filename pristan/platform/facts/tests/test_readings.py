# SPDX-License-Identifier: EUPL-1.2
"""Readings: once per period, caught up, protected where persons are counted, and never changed."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from pristan.platform.facts import readings, selectors
from pristan.platform.facts.errors import ReadingsAreAppendOnly, SomeFactsFailed
from pristan.platform.facts.models import Reading
from pristan.platform.facts.tests.conftest import AT, boats, guests

pytestmark = pytest.mark.django_db


def lines(key, on=None):
    return {line.names: line.number for line in selectors.shown(key, "en", on).lines}


def test_a_reading_has_its_day_and_its_source_and_no_zeros(declare):
    declare(boats([(("red",), 2), (("blue",), 0)]))
    (reading,) = readings.take(at=AT)
    assert (reading.on, reading.source, reading.taken_at) == (date(2026, 11, 27), "The harbour book", AT)
    assert lines("test.boats") == {("red",): 2}


def test_it_is_taken_once_a_day_however_often_time_calls(declare):
    declare(boats([(("red",), 2)]))
    assert len(readings.take(at=AT)) == 1
    assert readings.take(at=AT) == readings.take(at=AT + timedelta(hours=10)) == []
    assert len(readings.take(at=AT + timedelta(days=1))) == 1


def test_a_clock_set_back_takes_nothing(declare):
    declare(boats([(("red",), 2)]))
    readings.take(at=AT)
    assert readings.take(at=AT - timedelta(days=3)) == []


def test_the_day_is_that_of_the_city(declare):
    declare(boats([(("red",), 2)]))
    late = datetime(2026, 11, 27, 23, 30, tzinfo=ZoneInfo("UTC"))
    assert readings.take(at=late, zone=ZoneInfo("Europe/Ljubljana"))[0].on == date(2026, 11, 28)


def test_a_month_is_read_when_it_has_ended(declare):
    asked = []
    declare(boats([], period="month", query=lambda on: asked.append(on) or [(("red",), 1)]))
    (reading,) = readings.take(at=AT)
    assert reading.on == date(2026, 10, 1) and asked == [date(2026, 10, 1)]
    assert readings.take(at=AT + timedelta(days=3)) == []
    assert [each.on for each in readings.take(at=AT + timedelta(days=4))] == [date(2026, 11, 1)]


def test_months_of_standstill_are_caught_up_in_order_but_not_for_ever(declare):
    declare(boats([(("red",), 1)], period="month"))
    readings.take(at=AT)
    later = [each.on for each in readings.take(at=datetime(2027, 3, 2, tzinfo=AT.tzinfo))]
    assert later == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)]
    assert len(readings.take(at=datetime(2030, 1, 2, tzinfo=AT.tzinfo))) == readings.MOST_BACK


def test_small_numbers_of_persons_are_hidden_with_what_would_tell_them(declare):
    declare(guests([(("red",), 2), (("blue",), 30), (("green",), 40)]))
    readings.take(at=AT)
    found = lines("test.guests")
    assert found == {("red",): None, ("blue",): None, ("green",): 40, ("",): 72}


def test_of_things_small_numbers_are_shown(declare):
    declare(boats([(("red",), 2), (("blue",), 30)]))
    readings.take(at=AT)
    assert lines("test.boats") == {("red",): 2, ("blue",): 30}


def test_a_small_change_of_persons_the_next_day_is_hidden(declare):
    rows = [(("red",), 50), (("blue",), 30)]
    declare(guests(rows))
    readings.take(at=AT)
    rows[:] = [(("red",), 51), (("blue",), 30)]
    readings.take(at=AT + timedelta(days=1))
    second = lines("test.guests")
    assert second[("red",)] is None and second[("",)] is None
    assert lines("test.guests", AT.date())[("red",)] == 50, "what was shown stays"


def test_months_are_other_records_so_small_changes_between_them_are_shown(declare):
    rows = [(("red",), 50), (("blue",), 30)]
    declare(guests(rows, period="month"))
    readings.take(at=AT)
    rows[:] = [(("red",), 51), (("blue",), 30)]
    readings.take(at=AT + timedelta(days=10))
    assert lines("test.guests")[("red",)] == 51


def test_two_facts_of_the_same_persons_do_not_tell_together(declare):
    by_colour = guests([(("red",), 2), (("blue",), 30), (("green",), 40)], key="test.a", subject="guests")
    by_both = guests(
        [(("red", "x"), 2), (("blue", "x"), 30), (("green", "y"), 40)], key="test.b", subject="guests"
    )
    declare(by_colour, by_both)
    readings.take(at=AT)
    both = selectors.shown("test.b", "en")
    shown = {line.names: line.number for line in both.lines}
    assert both.is_withheld or (
        shown[("red", "")] is None and shown[("blue", "")] is None and shown[("blue", "x")] is None
    )


def test_a_reading_that_cannot_be_protected_is_withheld(declare, monkeypatch):
    monkeypatch.setattr("pristan.core.disclosure.ledger.protect", lambda *_: False)
    declare(guests([(("red",), 2)]))
    readings.take(at=AT)
    found = selectors.shown("test.guests", "en")
    assert found.is_withheld and found.lines == ()


def test_nobody_counted_is_a_reading_too(declare):
    declare(guests([]), boats([]))
    assert len(readings.take(at=AT)) == 2
    assert lines("test.guests") == {}
    readings.take(at=AT + timedelta(days=1))


def test_one_fact_that_fails_stops_no_other_and_is_named(declare):
    def fail(on):
        raise RuntimeError("secret words")

    declare(boats([], key="test.broken", query=fail), boats([(("red",), 1)]))
    with pytest.raises(SomeFactsFailed, match=r"test.broken \(RuntimeError\)") as caught:
        readings.take(at=AT)
    assert "secret" not in str(caught.value)
    assert Reading.objects.count() == 1


def test_who_is_slower_stores_nothing(declare, monkeypatch):
    declare(boats([(("red",), 1)]))
    readings.take(at=AT)
    monkeypatch.setattr(readings, "_due", lambda fact, today: [today])
    assert readings.take(at=AT) == [] and Reading.objects.count() == 1


def test_readings_never_change(declare):
    declare(boats([(("red",), 1)]))
    (reading,) = readings.take(at=AT)
    for act in (
        reading.save,
        reading.delete,
        Reading.objects.all().delete,
        lambda: Reading.objects.update(source="x"),
    ):
        with pytest.raises(ReadingsAreAppendOnly):
            act()


def test_the_order_of_lines_tells_nothing_of_hidden_numbers(declare):
    declare(guests([(("c",), 1), (("b",), 3), (("a",), 2), (("d",), 50), (("e",), 60)]))
    readings.take(at=AT)
    names = [line.names[0] for line in selectors.shown("test.guests", "en").lines if not line.is_sum]
    assert names == ["e", "a", "b", "c", "d"]


def test_a_fact_says_whom_it_counts_or_why_it_is_open():
    with pytest.raises(ValueError, match="why_open"):
        boats([], why_open="")
    with pytest.raises(ValueError, match="why_open"):
        boats([], is_about_persons=True)
