# SPDX-License-Identifier: EUPL-1.2
"""What was asked for is counted, what was asked for in vain is kept once five days have seen it, and nothing else ever is."""

import logging
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings as configured
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pristan.platform.search import signals
from pristan.platform.search.knowledge import knowledge
from pristan.platform.search.models import Count, Unmatched
from pristan.platform.search.port import Hit, Hits
from pristan.platform.search.tests.teaching import TOWN_WORDS, Lessons

DAY = date(2026, 11, 24)
THING = UUID(int=7)
FOUND = Hits([Hit(THING, 1.0, ("a",))], 1, is_fallback=False)
VAIN = Hits([], 0, is_fallback=True)
WORDS = "skrjanec gostol"


@pytest.fixture(autouse=True)
def _on(settings: Any, monkeypatch: pytest.MonkeyPatch, teach: Any) -> Any:
    settings.SEARCH_SIGNALS = True
    monkeypatch.setattr(signals, "EVERY", 3600.0)
    teach(TOWN_WORDS)
    yield
    signals._taken()


def hear(text: str, hits: Hits = FOUND, day: date = DAY, language: str = "en") -> None:
    signals.note(text, language, day, 1, hits)


def in_vain(text: str, *days: int, language: str = "en") -> None:
    """Ask in vain on these days after the first, and have each written."""
    for day in days:
        hear(text, VAIN, DAY + timedelta(days=day), language)
        signals.flush()


def counted() -> dict[str, int]:
    return dict(Count.objects.values_list("subject", "number"))


def everything() -> str:
    """All that the tables hold, as text."""
    return repr([*Count.objects.values_list(), *Unmatched.objects.values_list()])


def python(code: str, **given: str) -> str:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.production"} | given
    words = [sys.executable, "-c", code]
    return subprocess.run(words, cwd=configured.BASE_DIR, env=environment, capture_output=True, text=True, check=True).stdout  # fmt: skip


# What is counted


@pytest.mark.django_db
def test_a_concept_is_counted_by_day_and_language() -> None:
    hear("rent a flat")
    hear("renting a flat please")
    hear("najem stanovanja", language="sl")
    hear("rent a flat", day=DAY + timedelta(days=1))
    signals.flush()
    assert sorted(Count.objects.values_list("day", "language", "subject", "number")) == [
        (DAY, "en", "n:rent", 2),
        (DAY, "sl", "n:rent", 1),
        (DAY + timedelta(days=1), "en", "n:rent", 1),
    ]
    assert not Unmatched.objects.exists()


@pytest.mark.django_db
def test_what_is_written_later_is_added() -> None:
    for _ in range(3):
        hear("rent a flat")
        signals.flush()
    assert counted() == {"n:rent": 3}


@pytest.mark.django_db
def test_a_question_that_names_no_concept_counts_for_what_it_found_first() -> None:
    hear("doctor")
    hear("skrjanec")
    signals.flush()
    assert counted() == {f"entry:{THING}": 2}


@pytest.mark.django_db
def test_a_question_that_nothing_matches_is_a_fallback_whatever_it_is_about() -> None:
    hear("rent a flat", VAIN)
    hear(WORDS, Hits([Hit(THING, 1.0, ())], 1, is_fallback=True))
    signals.flush()
    assert counted() == {"n:rent": 1, "fallback": 2}


def test_at_most_three_concepts_count_and_none_that_only_stands_above_another(teach: Any) -> None:
    words = {f"n:{each}": {"en": each} for each in ("apple", "pear", "plum", "cherry", "fruit")}
    teach(Lessons(words, above={f"n:{each}": ("n:fruit",) for each in ("apple", "pear", "plum", "cherry")}))
    heard = signals.Heard("apple pear plum cherry", "en", DAY, 1, None, is_found=True)
    assert [subject for _, _, subject in sorted(signals.tally([heard]).counts)] == ["n:apple", "n:cherry", "n:pear"]  # fmt: skip


# What never is


@pytest.mark.parametrize("text", ["my husband beats me", "mož me tepe", "fire"])
@pytest.mark.parametrize("hits", [FOUND, VAIN])
@pytest.mark.django_db
def test_a_question_in_danger_leaves_nothing(text: str, hits: Hits) -> None:
    hear(text, hits)
    signals.flush()
    assert (Count.objects.count(), Unmatched.objects.count()) == (0, 0)


def test_a_question_that_the_engine_heard_danger_in_is_not_even_remembered() -> None:
    hear("skrjanec", Hits([], 0, is_fallback=True, crisis=("violence",)))
    assert signals._waiting == []


@pytest.mark.parametrize(
    "text",
    [
        "ana novak 041123456", "stavba 7", "٠٤١", "ana@example.org", "ana @ home", "violence course gostol", "broke my arm gostol", "gostol požar zavarovanje",
        "zjarr kurs gostol", "a" * 61, "🛟", "", "?!",
    ],
)  # fmt: skip
def test_digits_addresses_words_of_danger_and_stories_leave_no_digest(text: str) -> None:
    assert not signals.may_be_kept(text, knowledge())
    heard = signals.Heard(text, "en", DAY, 1, None, is_found=False)
    assert signals.tally([heard]).unmatched == {}


@pytest.mark.django_db
def test_nothing_is_counted_where_it_is_switched_off(settings: Any) -> None:
    settings.SEARCH_SIGNALS = False
    hear("rent a flat")
    hear(WORDS, VAIN)
    assert (signals._waiting, signals._timer) == ([], None)
    signals.flush()
    assert everything() == "[]"


@pytest.mark.parametrize(("value", "is_on"), [(None, True), ("off", False), ("0", False), ("false", False), ("on", True)])  # fmt: skip
def test_the_setting_is_on_unless_it_says_off(value: str | None, is_on: bool, tmp_path: Path) -> None:
    given = {"PRISTAN_VAR": str(tmp_path)} | ({"PRISTAN_SEARCH_SIGNALS": value} if value else {})
    asked = "from config.settings import base; print(base.SEARCH_SIGNALS)"
    assert python(asked, **given).strip() == str(is_on)


def test_a_question_without_words_is_none() -> None:
    hear("")
    assert signals._waiting == []


def test_what_waits_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "MOST_WAITING", 3)
    for _ in range(9):
        hear("rent a flat")
    assert len(signals._waiting) == 3


# Texts in vain


@pytest.mark.django_db
def test_a_text_appears_on_its_fifth_day_and_stands_nowhere_before(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        in_vain(WORDS, 0, 1, 2, 3)
        assert "skrjanec" not in everything() + caplog.text
        assert signals.texts(DAY) == []
        in_vain("Škrjanec, GOSTOL", 4)
    (row,) = Unmatched.objects.all()
    assert (row.days, row.last_day, row.text) == (5, DAY + timedelta(days=4), "Škrjanec, GOSTOL")
    in_vain(WORDS, 5)
    (row,) = signals.texts(DAY)
    assert (row.days, row.text) == (6, "Škrjanec, GOSTOL"), "it stays as it was typed on that day"


@pytest.mark.django_db
def test_the_database_is_not_told_the_text_before() -> None:
    with CaptureQueriesContext(connection) as asked:
        in_vain(WORDS, 0, 1, 2, 3)
    assert asked.captured_queries
    assert "gostol" not in repr(asked.captured_queries)


@pytest.mark.django_db
def test_one_day_counts_once_however_often_and_in_whatever_order_it_is_written() -> None:
    in_vain(WORDS, 0, 0, 3, 3, 1, 2, 0)
    assert Unmatched.objects.values_list("days", "text").get() == (2, "")


@pytest.mark.django_db
def test_days_that_are_written_together_count_each() -> None:
    for day in (4, 0, 3, 1, 2):
        hear(WORDS, VAIN, DAY + timedelta(days=day))
    signals.flush()
    assert Unmatched.objects.values_list("days", "text").get() == (5, WORDS)


@pytest.mark.django_db
def test_the_same_words_in_two_languages_are_two() -> None:
    in_vain(WORDS, 0)
    in_vain(WORDS, 0, language="sl")
    assert Unmatched.objects.count() == 2


def test_another_key_gives_another_digest(settings: Any) -> None:
    first = signals.digest(WORDS, "en")
    assert first == signals.digest(f"  {WORDS.upper()}!", "en") != signals.digest(WORDS, "sl")
    settings.SECRET_KEY = "another"
    assert signals.digest(WORDS, "en") != first
    assert len(first) == 64
    assert not any(word in first for word in WORDS.split())


@pytest.mark.django_db
def test_what_is_not_looked_for_any_more_is_forgotten() -> None:
    in_vain(WORDS, 0)
    in_vain("drugo nekaj", 90)
    assert Unmatched.objects.count() == 2
    in_vain("drugo nekaj", 91)
    assert [row.days for row in Unmatched.objects.all()] == [2]
    in_vain("drugo nekaj", 3 * 365)
    assert Count.objects.filter(day=DAY).exists()
    in_vain("drugo nekaj", 3 * 365 + 1)
    assert not Count.objects.filter(day=DAY).exists()


@pytest.mark.django_db
def test_a_text_that_comes_back_after_it_was_forgotten_begins_anew() -> None:
    in_vain(WORDS, 0, 1, 2, 3, 200)
    assert Unmatched.objects.values_list("days", "text").get() == (1, "")


@pytest.mark.django_db
def test_a_full_table_takes_no_new_text_and_goes_on_with_those_it_has(monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    in_vain(WORDS, 0)
    monkeypatch.setattr(signals, "MOST_UNMATCHED", 1)
    in_vain("drugo nekaj", 1)
    in_vain(WORDS, 1)
    assert [row.days for row in Unmatched.objects.all()] == [2]


# What may be shown


@pytest.mark.django_db
def test_small_numbers_are_not_shown() -> None:
    Count.objects.bulk_create(
        Count(day=DAY + timedelta(days=day), language=language, subject=subject, number=number)
        for day, language, subject, number in [
            (0, "sl", "n:rent", 3), (1, "sl", "n:rent", 2), (1, "en", "n:rent", 4), (1, "en", "n:housing", 4),
            (1, "en", "fallback", 4), (1, "sl", "fallback", 6), (1, "sl", "entry:x", 9),
        ]
    )  # fmt: skip
    assert signals.commonest(DAY) == [("entry:x", 9), ("n:rent", 9)]
    assert signals.commonest(DAY, "sl") == [("entry:x", 9), ("n:rent", 5)]
    assert signals.commonest(DAY, "en") == []
    assert signals.commonest(DAY + timedelta(days=1), "sl") == [("entry:x", 9)]
    assert signals.in_vain(DAY) == [("sl", 6)]
    assert signals.in_vain(DAY, "en") == []


@pytest.mark.django_db
def test_texts_come_by_the_number_of_their_days_and_only_while_they_are_looked_for() -> None:
    for number, (text, days, last) in enumerate([("b", 5, 9), ("a", 5, 9), ("c", 8, 9), ("", 4, 9), ("old", 9, 0)]):  # fmt: skip
        Unmatched.objects.create(digest=str(number), language="sl", days=days, last_day=DAY + timedelta(days=last), text=text)  # fmt: skip
    assert [each.text for each in signals.texts(DAY + timedelta(days=1))] == ["c", "a", "b"]
    assert signals.texts(DAY, "en") == []
