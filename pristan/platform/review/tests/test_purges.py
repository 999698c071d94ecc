# SPDX-License-Identifier: EUPL-1.2
"""Two persons are needed, the value is written nowhere, and everybody else finds nothing."""

import html
import re

import pytest

from pristan.city.directory.tests import minipack
from pristan.platform.audit.models import AuditEntry
from pristan.platform.locks.errors import Busy
from pristan.platform.published import readers
from pristan.platform.review import barred, purges
from pristan.platform.review.models import Purge
from pristan.platform.search import port
from tests.access import canary
from tests.access.roles import client

pytestmark = pytest.mark.django_db(transaction=True)
AT = minipack.AT
BEGIN = f"/staff/en/purges/about/entry/{canary.KEY}/"
ASKED = {"value": canary.STREET, "reason": "The house asked for it."}


@pytest.fixture
def city(tmp_path):
    minipack.load(canary.public(tmp_path / "town"))


@pytest.fixture
def first(city):
    return client("city_editor", name="ana")


@pytest.fixture
def second(city):
    return client("city_editor", name="bor")


@pytest.fixture
def address(first):
    answer = first.post(BEGIN, ASKED)
    assert answer.status_code == 302
    return answer["Location"]


def text(answer):
    return answer.content.decode()


def test_from_the_entry_to_a_clean_page(first, second, caplog):
    assert BEGIN in text(first.get(f"/staff/en/entries/{canary.KEY}/"))
    looked = first.post(BEGIN, ASKED | {"look": "1"})
    assert looked.status_code == 200 and "entries and their translations" in text(looked)
    assert "files of the last load" in text(looked) and not Purge.objects.exists()
    there = first.post(BEGIN, ASKED)["Location"]
    assert canary.NEEDLE not in there.casefold()
    assert "wait for a second person" in text(second.get("/staff/en/"))
    assert "wait for a second person" not in text(first.get("/staff/en/"))
    page = second.get(there)
    assert "The house asked for it." in text(page) and not canary.is_seen(text(page))
    assert second.post(there, {"value": "kanarckova 77"})["Location"] == there
    done = text(second.get(there))
    assert "Removed for good." in done and "by hand" in done and not canary.is_seen(done)
    assert not canary.is_seen(text(second.get("/staff/en/purges/")) + caplog.text)
    assert "…" in text(first.get(f"/staff/en/entries/{canary.KEY}/"))


def test_the_record_says_only_that_it_happened(second, address):
    second.post(address, {"value": canary.STREET})
    kept = AuditEntry.objects.filter(what__startswith="review.purge").values_list("what", "about_key", "why")
    assert list(kept) == [("review.purge.asked", canary.KEY, ""), ("review.purge.done", canary.KEY, "")]
    row = Purge.objects.get()
    assert row.asked_by != row.done_by and row.digest == barred.of("kanarckovi ulici 77")[0]
    assert not canary.is_seen(str(vars(row)))


def test_the_first_person_alone_removes_nothing(first, address):
    answer = first.post(address, {"value": canary.STREET})
    assert answer.status_code == 422 and "second person" in text(answer)
    assert "type the same" in text(first.get(address)) and Purge.objects.get().state == "asked"


@pytest.mark.parametrize("role", ["organization_manager", "organization_editor", "language_reviewer"])
def test_an_outsider_finds_nothing(address, role):
    outsider = client(role, "sl" if role == "language_reviewer" else "org", name="eva")
    for place in (address, BEGIN, "/staff/en/purges/"):
        assert outsider.get(place).status_code == 404
    assert outsider.post(address, {"value": canary.STREET}).status_code == 404
    assert outsider.post(BEGIN, ASKED).status_code == 404
    assert "purges" not in text(outsider.get(f"/staff/en/entries/{canary.KEY}/"))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"value": "77"}, "too short"),
        ({"value": "…!?…!?…"}, "too short"),
        ({"value": ""}, "required"),
        ({"reason": ""}, "Say why"),
        ({"reason": "Ker je to na kanarčkovi."}, "must not say"),
        ({"reason": "Pokličite 080 11 55 22"}, "leave out"),
        ({"value": "Nikjer 123"}, "stands nowhere"),
    ],
)
def test_bad_input_is_told_with_a_way_out(first, given, told):
    answer = first.post(BEGIN, ASKED | given)
    assert answer.status_code == 422 and told in text(answer) and not Purge.objects.exists()


def test_another_value_removes_nothing(second, address):
    answer = second.post(address, {"value": "Kanarčkova ulica 78"})
    assert answer.status_code == 422 and "not what was asked for" in text(answer)
    assert Purge.objects.get().state == "asked"


def test_while_a_load_goes_on_nothing_is_removed(second, address, monkeypatch):
    def held(name, *, wait):
        raise Busy(name, wait)

    monkeypatch.setattr(purges, "exclusive", held)
    answer = second.post(address, {"value": canary.STREET})
    assert answer.status_code == 422 and "try again in a minute" in text(answer)
    assert Purge.objects.get().state == "asked"


def test_it_may_stay_after_all(first, second, address):
    assert first.post(f"{address}withdraw/").status_code == 302
    assert Purge.objects.get().state == "withdrawn" and "taken back" in text(second.get(address))
    assert second.post(address, {"value": canary.STREET}).status_code == 404
    assert second.post(f"{address}withdraw/").status_code == 302


def test_asked_twice_it_is_one_wish(first, second, address):
    assert second.post(BEGIN, ASKED)["Location"] == address and Purge.objects.count() == 1


def test_removed_twice_it_is_removed_once(second, address):
    second.post(address, {"value": canary.STREET})
    assert second.post(address, {"value": canary.STREET}).status_code == 404
    assert AuditEntry.objects.filter(what="review.purge.done").count() == 1


def test_of_unknown_things_nothing_can_be_removed(first):
    assert first.get("/staff/en/purges/about/entry/no-such-entry/").status_code == 404
    assert first.get("/staff/en/purges/about/nothing/org/").status_code == 404


def test_who_proposes_it_again_is_told_kindly(second, address):
    second.post(address, {"value": canary.STREET})
    address = "/staff/en/entries/org/change/words/"
    page = text(second.get(address))
    base, token = (re.search(f'name="{name}" value="([^"]*)"', page)[1] for name in ("base", "token"))  # type: ignore[index]
    form = {
        "name": f"Hiša, {canary.STREET}",
        "summary": "x",
        "source": "x",
        "base": html.unescape(base),
        "token": token,
    }
    groups = {"alternate_names-TOTAL_FORMS": "0", "alternate_names-INITIAL_FORMS": "0"}
    answer = second.post(address, form | groups)
    assert answer.status_code == 422 and "removed for good" in text(answer)


def test_search_suggests_it_no_more(second, address):
    def suggested():
        return port.index().suggest("kanar", "sl", readers.version())

    second.post(BEGIN, ASKED | {"value": "Kanarčkova"})
    wish = Purge.objects.exclude(reason="").latest("pk")
    first_of_it = client("city_editor", name="cene")
    assert any(map(canary.is_seen, suggested()))
    first_of_it.post(f"/staff/en/purges/{wish.uuid}/", {"value": "kanarčkovi"})
    assert not any(map(canary.is_seen, suggested()))
