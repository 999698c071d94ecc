# SPDX-License-Identifier: EUPL-1.2
"""A page is a pure function of version, address, day and build: its ETag is known before it is made."""

import gzip
from datetime import UTC, datetime

import brotli
import pytest
import time_machine
from django.test import Client

PAGES = [
    "/",
    "/en/",
    "/ar/need/health/",
    "/en/entry/cene-stupar-zip/",
    "/en/search/?q=free",
    "/sl/entry/cene-stupar-zip/two/en/",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_browser_that_has_the_page_gets_304_without_a_page_being_made(ask, harbour, path):
    first = ask(path)
    assert first["Cache-Control"] == "public, no-cache"
    harbour.calls.clear()
    second = ask(path, if_none_match=f'"other", W/{first["ETag"]}')
    assert second.status_code == 304
    assert second["ETag"] == first["ETag"]
    assert not second.content
    assert sorted(harbour.calls) == ["catalogue", "version"]
    assert ask(path).content == first.content


def test_every_form_has_its_own_tag(ask):
    plain, small, old = (
        ask("/en/", accept_encoding=each) for each in ("identity", "gzip, br", "gzip, br;q=0")
    )
    assert len({each["ETag"] for each in (plain, small, old)}) == 3
    assert brotli.decompress(small.content) == gzip.decompress(old.content) == plain.content
    assert (small["Content-Encoding"], old["Content-Encoding"]) == ("br", "gzip")
    assert all("Accept-Encoding" in each["Vary"] for each in (plain, small, old))
    assert ask("/en/", accept_encoding="br", if_none_match=small["ETag"]).status_code == 304
    assert ask("/en/", accept_encoding="br", if_none_match=plain["ETag"]).status_code == 200


def test_what_changes_the_page_changes_its_tag(ask, harbour):
    tags = {
        ask("/en/")["ETag"],
        ask("/sl/")["ETag"],
        ask("/en/search/?q=a")["ETag"],
        ask("/en/search/?q=b")["ETag"],
    }
    with time_machine.travel(
        datetime(2026, 11, 24, 23, 30, tzinfo=UTC), tick=False
    ):  # already the 25th in the city
        tags.add(ask("/en/")["ETag"])
    harbour.number = 2
    tags.add(ask("/en/")["ETag"])
    tags.add(Client().get("/en/", headers={"host": "localhost"})["ETag"])
    assert len(tags) == 7


def test_errors_and_redirects_carry_no_tag(ask):
    assert not ask("/en/nothing/").has_header("ETag")
    assert not ask("/en/entry/sos-telefon/").has_header("ETag")


def test_head_is_answered(harbour):
    response = Client().head("/en/")
    assert response.status_code == 200
    assert response["ETag"]
    assert not response.content
