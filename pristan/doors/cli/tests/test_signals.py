# SPDX-License-Identifier: EUPL-1.2
"""`pristan search signals`: the commonest needs, questions in vain by language, and texts that were looked for on five days."""

import json
import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from pristan.city.directory.models import Entry
from pristan.platform.search import signals
from pristan.platform.search.models import Count, Unmatched

pytestmark = pytest.mark.django_db(transaction=True)


def today():
    return timezone.now().astimezone(ZoneInfo("Europe/Ljubljana")).date()


def count(subject, number, *, language="sl", ago=0):
    Count.objects.create(day=today() - timedelta(days=ago), language=language, subject=subject, number=number)


@pytest.fixture
def town(pristan, pack):
    """A city with searches behind it."""
    pristan("pack", "load", pack)
    entry = Entry.objects.published().first()
    count("n:doctor", 7), count("n:doctor", 5, ago=29), count("n:doctor", 100, ago=30)
    count("n:nothing-such", 4), count(f"entry:{entry.uuid}", 9, language="en"), count("fallback", 6)
    for digest, text, days in (("a", "skrjanec gostol", 5), ("b", "", 4)):
        Unmatched.objects.create(digest=digest, language="sl", days=days, last_day=today(), text=text)
    return entry


def test_needs_fallbacks_and_texts_are_told(pristan, town):
    told = pristan("search", "signals")
    assert told.status == 0
    asked, vain = told.out.split("nothing matched:")
    assert re.search(r"^    12  \S.*  \[n:doctor\]$", asked, re.M)
    assert asked.index("n:doctor") < asked.index(town.slug)
    assert "nothing-such" not in told.out, "a number below 5 is not shown"
    assert "     6  sl" in vain
    assert "     5 days  sl  skrjanec gostol" in vain


def test_days_and_language_narrow_it(pristan, town):
    assert "   112  " in pristan("search", "signals", "--days", "365").out
    assert "     7  " in pristan("search", "signals", "--days", "1").out
    told = pristan("search", "signals", "--lang", "en").out
    assert "n:doctor" not in told and town.slug in told and "skrjanec" not in told
    assert "nothing matched: nothing that may be shown" in told


def test_it_is_given_as_json(pristan, town):
    told = json.loads(pristan("search", "signals", "--json").out)
    assert told["since"] == (today() - timedelta(days=29)).isoformat()
    assert told["is_on"] is False, "tests have it off"
    assert [(row["subject"], row["number"]) for row in told["asked"]] == [
        ("n:doctor", 12),
        (f"entry:{town.uuid}", 9),
    ]
    assert told["asked"][1]["name"] == town.slug
    assert told["in_vain"] == [{"language": "sl", "number": 6}]
    assert told["texts"] == [{"text": "skrjanec gostol", "language": "sl", "days": 5}]


def test_what_is_too_old_is_forgotten_even_where_nobody_searches(pristan, town):
    Unmatched.objects.update(last_day=today() - timedelta(days=91))
    count("n:doctor", 9, ago=3 * 365 + 1)
    pristan("search", "signals")
    assert not Unmatched.objects.exists()
    assert not Count.objects.filter(day__lt=today() - signals.KEPT_COUNTS).exists()


def test_a_city_without_searches_says_so_and_that_it_does_not_count(pristan, pack, settings):
    pristan("pack", "load", pack)
    told = pristan("search", "signals")
    assert told.status == 0 and told.out.count("nothing that may be shown") == 3
    assert "counting is off (PRISTAN_SEARCH_SIGNALS)" in told.out
    settings.SEARCH_SIGNALS = True
    assert "counting is off" not in pristan("search", "signals").out


def test_before_there_is_a_city_it_says_what_to_do(pristan):
    told = pristan("search", "signals")
    assert told.status == 1 and "pristan pack load" in told.err


@pytest.mark.parametrize("days", ["0", "-1", "many", "1096", "1.5"])
def test_days_that_are_no_number_of_days_are_refused(pristan, days):
    told = pristan("search", "signals", f"--days={days}")
    assert told.status == 2 and "from 1 to 1095" in told.err


def test_help_shows_examples(pristan):
    told = pristan("search", "signals", "--help")
    assert told.status == 0 and "pristan search signals --days 365" in told.out


@pytest.mark.parametrize("words", [("search", "rent a flat"), ("search", "qqqq")])
def test_commands_are_not_counted(pristan, pack, settings, words):
    settings.SEARCH_SIGNALS = True
    pristan("pack", "load", pack)
    pristan(*words)
    assert signals._waiting == []
