# SPDX-License-Identifier: EUPL-1.2
"""How much is taken in an hour: no count is lost, nobody takes the room of others, and no address is kept."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from pristan.platform.privacy import registry
from pristan.platform.receiving import throttle
from pristan.platform.receiving.models import Tally
from pristan.platform.receiving.ticks import JOBS

pytestmark = pytest.mark.django_db
AT = datetime(2026, 5, 4, 9, 59, 59, tzinfo=UTC)
LATER = AT + timedelta(seconds=1)
ANA, BOR = "203.0.113.7", "203.0.113.8"


@pytest.fixture(autouse=True)
def most(monkeypatch):
    monkeypatch.setitem(throttle.MOST, throttle.REPORT, throttle.Most(from_one=2, from_site=3, in_all=4))


def sent(*senders, what=throttle.REPORT, at=AT):
    """How each fared: taken or not."""
    fared = ""
    for sender in senders:
        try:
            throttle.count(what, sender, at=at)
            fared += "+"
        except throttle.TooMany:
            fared += "-"
    return fared


def test_each_sender_has_so_many_an_hour_and_then_again():
    assert sent(ANA, ANA, ANA, BOR, ANA) == "++-+-"
    assert sent(ANA, ANA, ANA, at=LATER) == "++-"


def test_who_is_stopped_takes_no_room_from_others():
    assert sent(*[ANA] * 9, BOR, BOR) == "++-------++"


def test_one_customer_with_many_networks_cannot_close_the_form():
    assert sent(*[f"2001:db8:1:{each}::/64" for each in range(6)]) == "+++---"
    assert sent(ANA) == "+"


def test_in_all_there_is_a_limit_which_danger_and_looking_up_do_not_share():
    assert sent(*[f"192.0.2.{each}" for each in range(5)]) == "++++-"
    for what in (throttle.DANGER, throttle.CLAIM, throttle.LOOK_UP):
        assert sent(ANA, what=what) == "+"
    assert throttle.MOST[throttle.DANGER].in_all >= 10 * throttle.MOST[throttle.CLAIM].in_all


def test_every_process_counts_for_all_and_nobody_can_read_the_address(monkeypatch):
    sent(ANA)
    (first,) = Tally.objects.exclude(sender="").values_list("sender", flat=True)
    sent(ANA)
    assert dict(Tally.objects.values_list("sender", "number")) == {first: 2, "": 2}
    sent(ANA, at=LATER)
    (second,) = Tally.objects.exclude(sender="").values_list("sender", flat=True)
    assert second != first, "the next hour has another key"
    monkeypatch.setattr(throttle, "settings", SimpleNamespace(SECRET_KEY="another"))
    sent(ANA, at=LATER)
    assert Tally.objects.exclude(sender="").count() == 2


def test_an_hour_that_is_over_leaves_nothing():
    sent(ANA, BOR)
    JOBS[0].run(AT)
    assert Tally.objects.count() == 3
    assert registry.ends()[Tally](AT).count() == 0 and registry.ends()[Tally](LATER).count() == 3
    JOBS[0].run(LATER)
    assert not Tally.objects.exists()
