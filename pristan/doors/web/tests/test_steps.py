# SPDX-License-Identifier: EUPL-1.2
"""All first steps: the same page for everybody, useful without a script."""

from typing import Any

import pytest
from django.test import Client

from pristan.city.orientation import steps
from pristan.city.orientation.tests import kit
from pristan.doors.web import fragment
from pristan.doors.web.views import plan as views
from pristan.platform.published.errors import NothingPublished

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(example_city: Any) -> Any:
    return Client().get("/en/steps/")


def test_it_says_of_each_step_why_where_and_with_which_papers(page):
    shown = page.content.decode()
    assert "Registering your address (example)" in shown
    assert "A registered address opens the rest." in shown
    assert "rental contract or a statement of the owner" in shown
    assert '/en/entry/registo-de-morada/"' in shown


def test_a_fragment_finds_its_step(page):
    assert f'data-step="{fragment.place("registo-de-morada")}"' in page.content.decode()


def test_everybody_gets_the_same_bytes_and_may_keep_them(page):
    assert page["Cache-Control"] == "public, no-cache"
    assert Client().get("/en/steps/", headers={"If-None-Match": page["ETag"]}).status_code == 304
    assert not page.cookies


def test_without_a_script_nothing_is_said_of_a_sheet(page):
    shown = page.content.decode()
    for name in ("mine", "earlier", "gone", "broken"):
        assert f'data-said="{name}" hidden' in shown


def test_a_city_without_steps_has_no_such_page(example_city, monkeypatch):
    def nothing(language: str, version: int) -> None:
        raise NothingPublished("rules", language)

    for found in (nothing, lambda language, version: kit.book()):
        monkeypatch.setattr(views, "rulebook", found)
        assert Client().get("/en/steps/").status_code == 404


def test_steps_stand_in_their_order_by_time():
    book = kit.book(
        kit.step("b", band="week"), kit.step("c", band="now", prerequisites=["d"]), kit.step("d", band="now"), kit.step("a", band="yearly"),
    )  # fmt: skip
    found = steps.by_band(book)
    assert {band: [each.id for each in inside] for band, inside in found.items()} == {
        "now": ["d", "c"],
        "week": ["b"],
        "yearly": ["a"],
    }
    assert list(found) == ["now", "week", "yearly"]


def test_a_circle_of_steps_stops_nothing():
    book = kit.book(kit.step("a", prerequisites=["b"]), kit.step("b", prerequisites=["a"]))
    assert sum(len(each) for each in steps.by_band(book).values()) == 2
