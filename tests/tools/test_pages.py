# SPDX-License-Identifier: EUPL-1.2
"""How pages are found and grouped for pictures and audits."""

from pathlib import Path

import pytest

from scripts import pages, screenshots, serving


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/sl/", "/"), ("/ar/search/?q=x", "/search"), ("/sl/entry/cene-stupar/", "/entry/*"), ("/en/i/ab12cd34ef/share/", "/i/*/share"),
        ("/en/entry/x/two/sl/", "/entry/*/two/*"), ("/en/entry/x/qr.svg", "/entry/*/qr.svg"), ("/en/need/health/", "/need/*"),
    ],
)  # fmt: skip
def test_the_kind_of_an_address(address, kind):
    assert pages.kind(address) == kind


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("/sl/urgent/", "/sl/urgent/"), ("?q=a", "/sl/search/?q=a"), ("../all/#b", "/sl/all/"), ("#main", "/sl/search/"),
        ("tel:112", None), ("https://www.example.org/", None), ("mailto:a@example.org", None), ("//example.org/x", None),
    ],
)  # fmt: skip
def test_a_link_inside_the_city(link, address):
    assert pages.local("http://127.0.0.1:1", "/sl/search/", link) == address


def test_links_of_a_page():
    parser = pages.Links()
    parser.feed(
        '<a href="/a">x</a><img src="/b.svg"><form action="/c"><link rel="stylesheet" href="/d.css"><script src="/e.js"></script><a>none</a>'
    )
    assert parser.found == ["/a", "/b.svg", "/c", "/d.css", "/e.js"]


def test_a_city_is_served_and_every_link_leads_somewhere(crawled):
    assert len(crawled) > 100
    assert [page.address for page in crawled if page.status >= 400] == []


def test_a_page_in_two_languages_leads_to_no_further_pairs(crawled):
    """Of thirteen languages there are 156 pairs for each entry."""
    pairs = [page for page in crawled if "/two/" in page.address]
    assert pairs and not [page.address for page in pairs if "/two/" in page.comes_from]


def test_the_languages_behind_the_door(city_server):
    assert screenshots.offered(city_server) == ["pt", "en", "uk"]


def test_all_ten_pages_are_there(city_server):
    assert [name for name, _ in screenshots.ten(city_server, "en")] == [name for name, _ in screenshots.TEN]


def test_a_city_that_cannot_start_says_why(database, tmp_path, settings):
    with (
        pytest.raises(serving.DidNotStart, match=r"does not exist"),
        serving.serving(tmp_path / "no-pack", tmp_path / "var", lemmas=Path(settings.LEMMA_CACHE)),
    ):
        pass
