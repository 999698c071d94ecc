# SPDX-License-Identifier: EUPL-1.2
"""One address leads to one thing, former ones redirect, and the stronger claim wins."""

import pytest

from pristan.platform.published import readers
from pristan.platform.published.errors import AddressTaken
from pristan.platform.published.tests.kit import Leaflets, publish, uuid

pytestmark = pytest.mark.django_db


def led_to(address: str, *, version: int | None = None) -> tuple[str, str] | None:
    """(canonical slug, role) of what an address leads to."""
    now = readers.version() if version is None else version
    found = readers.document(language="en", address=address, version=now)
    return (found.slug, found.role) if found else None


def test_slug_code_and_alias_lead_to_the_same_thing(leaflets: Leaflets) -> None:
    leaflets.texts = {"rog": "open"}
    leaflets.addresses["rog"] = [("rog", "slug"), ("k7x2m9q4ab", "code"), ("center-rog", "alias")]
    publish("rog")
    assert led_to("rog") == ("rog", "slug")
    assert led_to("k7x2m9q4ab") == ("rog", "code")
    assert led_to("center-rog") == ("rog", "alias")
    assert led_to("nowhere") is None


def test_an_address_that_is_given_up_leads_nowhere_from_the_next_version_on(leaflets: Leaflets) -> None:
    leaflets.texts = {"rog": "open"}
    leaflets.addresses["rog"] = [("rog", "slug"), ("old", "alias")]
    former = publish("rog")
    leaflets.addresses["rog"] = [("rog", "slug")]
    publish("rog")
    assert led_to("old", version=former) == ("rog", "alias")
    assert led_to("old") is None


def test_only_addresses_changing_is_a_change(leaflets: Leaflets) -> None:
    leaflets.texts = {"rog": "open"}
    version = publish("rog")
    leaflets.addresses["rog"] = [("rog", "slug"), ("new", "alias")]
    assert publish("rog") > version
    assert led_to("new") == ("rog", "alias")


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
@pytest.mark.parametrize("chunk", [1, 10])
def test_two_things_may_swap_their_addresses(
    leaflets: Leaflets, order: tuple[str, str], chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pristan.platform.published.runs.CHUNK", chunk)
    leaflets.texts = {"a": "first", "b": "second"}
    leaflets.addresses = {"a": [("one", "slug")], "b": [("two", "slug")]}
    former = publish("a", "b")
    leaflets.addresses = {"a": [("two", "slug")], "b": [("one", "slug")]}
    publish(*order)
    assert (led_to("one"), led_to("two")) == (("b", "slug"), ("a", "slug"))
    assert led_to("one", version=former) == ("a", "slug")


@pytest.mark.parametrize("chunk", [1, 10])
def test_an_alias_gives_way_to_a_slug(
    leaflets: Leaflets, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pristan.platform.published.runs.CHUNK", chunk)
    leaflets.texts = {"a": "first", "b": "second"}
    leaflets.addresses = {"a": [("a", "slug"), ("b", "alias")], "b": [("b", "slug"), ("a", "alias")]}
    publish("a", "b")
    assert (led_to("a"), led_to("b")) == (("a", "slug"), ("b", "slug"))


def test_a_slug_takes_an_alias_from_a_thing_that_did_not_change(leaflets: Leaflets) -> None:
    leaflets.texts = {"a": "first"}
    leaflets.addresses = {"a": [("a", "slug"), ("b", "alias")]}
    publish("a")
    leaflets.texts["b"] = "second"
    publish("b")
    assert led_to("b") == ("b", "slug")


@pytest.mark.parametrize("chunk", [1, 10])
def test_two_slugs_that_clash_are_told_and_nothing_changes(
    leaflets: Leaflets, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pristan.platform.published.runs.CHUNK", chunk)
    leaflets.texts = {"a": "first"}
    version = publish("a")
    leaflets.texts["b"] = "second"
    leaflets.addresses["b"] = [("a", "slug")]
    with pytest.raises(AddressTaken, match=str(uuid("b"))):
        publish("a", "b")
    assert readers.version() == version
    assert led_to("a") == ("a", "slug")
    leaflets.addresses["b"] = [("b", "slug")]
    publish("b")
    assert (led_to("a"), led_to("b")) == (("a", "slug"), ("b", "slug"))
