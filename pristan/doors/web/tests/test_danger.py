# SPDX-License-Identifier: EUPL-1.2
"""Who writes words of danger sees above all whom to call now and whom to talk to; who only asks about danger does not."""

from typing import Any

import pytest

from pristan.doors.web.tests.harbour import code
from pristan.doors.web.tests.test_search import names
from pristan.platform.search import knowledge
from pristan.platform.search.analysis import analyser
from pristan.platform.search.tests.teaching import Lessons

HEARD = 'aria-labelledby="now"'
DANGER = Lessons({
    "x:strong:violence": {"en": "my husband beats me", "sl": "mož me tepe", "ar": "زوجي يضربني"},
    "x:weak:violence": {"en": "violence", "sl": "nasilje", "ar": "عنف"},
    "x:weak:fire": {"en": "fire", "sl": "požar", "ar": "حريق"},
    "x:calm": {"en": "course, statistics", "sl": "tečaj, statistika", "ar": "دورة, إحصاءات"},
})  # fmt: skip


@pytest.fixture(autouse=True)
def _heard(harbour: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Any:
    analyser()  # it keeps the word lists where they are
    settings.LEMMA_CACHE = tmp_path
    monkeypatch.setattr(knowledge, "_sources", [DANGER])
    knowledge.refresh()
    harbour.taught = knowledge.knowledge()
    yield
    knowledge.refresh()


@pytest.mark.parametrize("language", ["sl", "en", "ar"])
@pytest.mark.parametrize(
    "words",
    [
        "my husband beats me",
        "mož me tepe",
        "moz me tepe vsak dan",
        "زوجي يضربني",
        "nasilje",
        "violence",
        "عنف",
    ],
)
def test_numbers_to_call_and_confidential_help_stand_above_all(read, language, words):
    page = read(f"/{language}/search/?q={words}")
    assert page.count(HEARD) == 1
    before, block = page.split(HEARD)
    block = block.split("</section>")[0]
    assert 'href="tel:112"' in block and 'href="tel:113"' in block
    assert 'class="call call-urgent"' in block
    assert code("sos-telefon") in block
    assert 'class="cards"' not in before, "no result stands above it"


@pytest.mark.parametrize("path", ["/urgent/", "/search/?q=my husband beats me"])
def test_what_can_be_shown_to_somebody_nearby_stands_beside_in_the_language_of_the_city(read, path):
    beside = '<span class="beside"><bdi lang="sl" dir="ltr">'
    page = read(f"/ar{path}")
    assert f"{beside}policija</bdi></span>" in page
    assert f"{beside}Call now. The call is free. Say where you are.</bdi></span>" in page
    assert beside not in read(f"/sl{path}"), "whoever reads in it needs it once"


def test_a_helpline_says_how_it_is_called_in_the_city(read):
    block = read("/ar/urgent/").split('id="confidential"')[1]
    assert '<span class="beside"><bdi lang="sl" dir="ltr">' in block.split("</h3>")[0].split("<h3>")[1]


def test_confidential_help_is_named_with_the_word_for_it(read):
    page = read("/en/search/?q=my husband beats me")
    block = page[page.index(HEARD) :].split("</section>")[0]
    assert "Is somebody in danger now?" in block
    assert "Call now. The call is free. Say where you are." in block
    assert "Somebody to talk to, in confidence" in block
    assert names(block) == ["SOS helpline for women and children"]


def test_a_danger_that_nobody_can_be_talked_to_about_shows_the_numbers_alone(read):
    block = read("/en/search/?q=fire").split(HEARD)[1].split("</section>")[0]
    assert 'href="tel:112"' in block
    assert "Somebody to talk to" not in block


@pytest.mark.parametrize("language", ["sl", "en", "ar"])
@pytest.mark.parametrize(
    "words",
    [
        "fire safety course",
        "violence statistics",
        "tečaj o nasilju",
        "požar tečaj",
        "دورة عن عنف",
        "helpline",
        "shelter",
        "zdravnik",
        "qqqq",
    ],
)
def test_words_that_only_talk_about_danger_bring_nobody_to_call(read, language, words):
    assert HEARD not in read(f"/{language}/search/?q={words}")


@pytest.mark.parametrize(
    "filters", ["&kind=course", "&free=yes", "&speaks=ar&anonymous=yes", "&open=now", "&need=nothing"]
)
def test_filters_never_hide_it(read, filters):
    page = read(f"/en/search/?q=my husband beats me{filters}")
    block = page.split(HEARD)[1].split("</section>")[0]
    assert 'href="tel:112"' in block
    assert names(block) == ["SOS helpline for women and children"]


def test_only_the_first_page_shows_it(arrive, harbour):
    from django.test import Client

    city = arrive(extra=30)
    city.taught = harbour.taught
    first = Client().get("/en/search/?q=clinic violence").content.decode()
    assert HEARD in first
    second = Client().get("/en/search/?q=clinic violence&page=2")
    assert second.status_code == 200
    assert HEARD not in second.content.decode()


def test_filters_without_words_speak_of_no_danger(read):
    assert HEARD not in read("/en/search/?need=violence")


def test_a_city_without_a_list_of_urgent_help_still_shows_its_numbers(read, harbour, monkeypatch):
    from pristan.doors.web.tests import harbour as made

    monkeypatch.setattr(made, "CRISIS", {})
    block = read("/en/search/?q=my husband beats me").split(HEARD)[1].split("</section>")[0]
    assert 'href="tel:112"' in block
    assert names(block) == []


def test_what_was_found_is_still_there_below(read):
    page = read("/en/search/?q=helpline violence")
    assert page.index(HEARD) < page.index("The name says “helpline”.")
