# SPDX-License-Identifier: EUPL-1.2
"""The rules to carry away: read once, kept by every cache, the same for everybody."""

from pristan.doors.web.page import REVALIDATE

ADDRESS = "/en/orientation.json"


def test_the_rules_come_as_json_in_the_language_of_the_address(ask):
    answer = ask(ADDRESS)
    assert answer["Content-Type"] == "application/json"
    english, other = answer.json(), ask("/pt/orientation.json").json()
    assert {each["id"] for each in english["items"]} >= {"direito-a-escola"}
    assert "you have a child aged 6–14" in [text for _, _, text in english["sentences"]]
    assert [each["id"] for each in english["steps"]] == [each["id"] for each in other["steps"]]


def test_every_cache_may_keep_them_and_a_browser_that_has_them_is_told_so(ask):
    first = ask(ADDRESS)
    assert first["Cache-Control"] == REVALIDATE
    assert not first.cookies
    again = ask(ADDRESS, **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_what_somebody_puts_into_the_address_changes_nothing(ask):
    assert ask(f"{ADDRESS}?legal_status=refugee").content == ask(ADDRESS).content


def test_they_are_small_enough_for_an_old_phone(ask):
    plain, packed = ask(ADDRESS), ask(ADDRESS, **{"Accept-Encoding": "br"})
    assert packed["Content-Encoding"] == "br"
    assert len(packed.content) < len(plain.content) / 2
