# SPDX-License-Identifier: EUPL-1.2
"""What an entry page says, and how honestly."""

import re

import pytest

from pristan.doors.web import entry_page
from pristan.doors.web.tests.conftest import SHELTER, SOS
from pristan.doors.web.tests.harbour import code


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_answer_comes_before_the_proof(read):
    page = read("/en/entry/ue-ljubljana-tujci/").split("</head>")[1]
    order = ["<h1>", "Takes applications", 'href="tel:+38618281690"', "geo:46.0465,14.4939", "Papers are asked for", 'id="when"', 'id="who"',
             'id="cost"', 'id="papers"', 'id="proof"']  # fmt: skip
    found = [page.index(each) for each in order]
    assert found == sorted(found)


def test_a_page_lists_what_an_entry_helps_with_and_not_by_what_it_is_found_besides(harbour, ask):
    page = ask("/en/entry/cene-stupar-zip/").content.decode()
    assert "Language courses</" in page and "Residence permit</" not in page
    harbour.bodies["en"]["cene-stupar-zip"]["subjects"] = [
        {"id": "residence-permit", "label": "Residence permit"}
    ]
    assert ask("/en/entry/cene-stupar-zip/").content.decode() == page


def test_a_text_that_fell_back_says_so(read):
    page = read("/ar/entry/ue-ljubljana-tujci/")
    assert '<p class="" lang="sl" dir="ltr">Tujci, ki živijo na območju enote. <small' in page
    assert '<bdi lang="en" dir="ltr">photo</bdi>' in page
    assert "السلوفانية</small>" in page
    assert 'dir="ltr">+386 1 828 16 90</bdi>' in page


def test_a_machine_draft_says_so_and_leads_to_the_original(read):
    assert "Nobody has checked them yet." in read("/ar/entry/cene-stupar-zip/")
    assert 'href="/sl/entry/cene-stupar-zip/" hreflang="sl">See the original' in read(
        "/ar/entry/cene-stupar-zip/"
    )
    assert "Nobody has checked them yet." not in read("/sl/entry/cene-stupar-zip/")


def test_the_name_at_the_counter_stays(read):
    assert '<bdi lang="sl" dir="ltr">Začetna integracija priseljencev</bdi>' in read(
        "/ar/entry/cene-stupar-zip/"
    )
    assert "At the counter it is called" not in read("/sl/entry/cene-stupar-zip/")


def test_statements_that_do_not_agree(read):
    page = words(read("/en/entry/ue-ljubljana-tujci/"))
    assert "When to be confirmed" in page
    assert "When: another source says something else" in page
    assert "Wednesday in the morning only" in page
    assert "This part is as of 2018. See source 2. We are not sure about it: ask first." in page


def test_an_old_copy_is_a_record_and_not_a_link(read):
    page = read("/en/entry/ue-ljubljana-tujci/")
    assert "dev04.example.si" in page
    assert "https://dev04.example.si" not in page
    assert 'href="https://www.gov.si/en/topics/" rel="noreferrer nofollow"' in page
    assert "Odgovor mesta" in page


def test_nobody_has_checked_it(read, harbour):
    assert "Nobody has checked this yet." in read("/en/entry/cene-stupar-zip/")
    harbour.bodies["en"]["cene-stupar-zip"]["verification"] = {
        "verified_on": "2026-11-02",
        "verified_by": "x",
        "next_on": None,
    }
    assert "Last checked on 2 November 2026." in read("/en/entry/cene-stupar-zip/")


def test_not_stated_is_never_no(read):
    page = words(read("/en/entry/pro-bono-ambulanta/"))
    assert "Not stated: languages. Ask them." in page
    assert "whether the entrance is free of steps" in page
    assert "whether you can stay anonymous" not in page
    assert "You can stay anonymous" in page
    assert "There is no interpreter" in page


def test_codes_become_words(read):
    page = words(read("/en/entry/pro-bono-ambulanta/"))
    assert "Everyone, whatever their status" in page
    assert "For people without health insurance" in page
    assert "Lives or stays in Ljubljana" in page


def test_a_step_at_an_office(read):
    page = read("/en/entry/asylum-application/")
    said = words(page)
    assert "changed on 12 June 2026" in said
    assert "Usually between 1 March and 15 March." in said
    assert "One of these is enough. This order is advice, it stops nobody." in said
    assert 'href="/en/entry/zip-course-certificate/"' in page
    assert "travel document" in said
    assert "ZMZ-1 , article 78" in said
    assert "article 33 not verified" in said
    assert "article 78 not verified" not in said
    assert "We could not confirm this address." in said
    assert "not older than this" in said
    assert "Nobody has stated the hours" not in said


def test_relations_are_shown_both_ways(read):
    page = words(read("/en/entry/cene-stupar-zip/"))
    assert "Who offers this Javni zavod Cene Štupar" in page
    assert "What you can do here Certificate for the free course" in page
    assert "Where you do this Initial integration" in words(read("/en/entry/zip-course-certificate/"))


def test_links_to_sensitive_entries_are_opaque(read):
    page = read(f"/en{SHELTER}")
    assert f'href="/en{SOS}"' in page
    assert "entry/sos-telefon" not in page


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("/en/entry/sos-telefon/", f"/en{SOS}"),
        ("/en/entry/sos-telefon/share/", f"/en{SOS}share/"),
        ("/en/entry/sos-telefon/card.vcf", f"/en{SOS}card.vcf"),
        (f"/en/entry/{code('sos-telefon')}/", f"/en{SOS}"),
        ("/ar/entry/postopek-mednarodna-zascita/two/sl/", "/ar/entry/asylum-application/two/sl/"),
        ("/en/i/asylum-application/", "/en/entry/asylum-application/"),
    ],
)
def test_every_other_address_leads_to_the_canonical_one(ask, given, canonical):
    response = ask(given)
    assert response.status_code == 308
    assert response["Location"] == canonical
    assert (response.get("Cache-Control") == "no-store") is ("/i/" in canonical)


def test_map_links_open_the_visitors_own_app():
    place = {
        "address_1": "Tobačna ulica 5",
        "postal_code": "1000",
        "city": "Ljubljana",
        "latitude": None,
        "longitude": None,
    }
    assert entry_page.map_link(place) == "geo:0,0?q=Toba%C4%8Dna%20ulica%205%2C%201000%2C%20Ljubljana"
    assert entry_page.map_link(place | {"latitude": 46.5, "longitude": 14.25}).startswith("geo:46.5,14.25?q=")


def test_the_counter_speaks_the_citys_language(read):
    page = read("/ar/entry/ue-ljubljana-tujci/counter/")
    assert 'lang="sl" dir="ltr">Oddelek za tujce, UE Ljubljana' in page
    assert "قسم الأجانب" in page
    assert "potni list" in page
    assert "say-own" not in read("/sl/entry/ue-ljubljana-tujci/counter/")


def test_two_languages_side_by_side(read, ask):
    page = read("/ar/entry/ue-ljubljana-tujci/two/sl/")
    assert "data-sheet" in page
    assert '<bdi lang="sl" dir="ltr">Sprejema vloge' in page
    assert "يستقبل طلبات" in page
    assert "ponedeljek" in page
    assert "الاثنين" in page
    assert "/ar/entry/ue-ljubljana-tujci/qr.svg" in page
    assert "24 نوفمبر 2026" in page
    assert ask("/ar/entry/ue-ljubljana-tujci/two/ar/").status_code == 404
    assert ask("/ar/entry/ue-ljubljana-tujci/two/de/").status_code == 404


def test_nought_is_not_a_price():
    assert entry_page.price({"amount": "0.00", "currency": "EUR"}, "en") == ""
    assert entry_page.price({"amount": None}, "en") == ""
    assert entry_page.price({"amount": "22.60", "currency": "EUR"}, "en") == "€22.60"


def test_a_cost_that_only_says_free_again_is_not_repeated(read, harbour):
    harbour.bodies["en"]["pro-bono-ambulanta"] |= {
        "is_free": "yes",
        "costs": [
            {"text": {"text": "Free.", "lang": "en"}},
            {"text": {"text": "medicines extra", "lang": "en"}},
        ],
    }
    page = words(read("/en/entry/pro-bono-ambulanta/"))
    assert "Cost Free of charge medicines extra" in page


def test_an_entry_without_telephone_and_street_still_has_one_clear_way_in(read, harbour):
    body = harbour.bodies["en"]["pro-bono-ambulanta"]
    body |= {
        "phones": [],
        "locations": [],
        "email": "",
        "website": "https://example.org/",
        "website_is_offered": True,
    }
    assert 'class="action action-main" href="https://example.org/"' in read("/en/entry/pro-bono-ambulanta/")
    body["email"] = "help@example.org"
    assert 'class="action action-main" href="mailto:help@example.org"' in read(
        "/en/entry/pro-bono-ambulanta/"
    )


def test_day_and_night_is_said_once(read, harbour):
    body = harbour.bodies["en"]["pro-bono-ambulanta"]
    body["schedule"] = {"is_always": True, "text": {"text": "24/7", "lang": "en"}, "as_of": "2026-01"}
    assert "24/7" not in read("/en/entry/pro-bono-ambulanta/")
    body["schedule"]["text"] = {"text": "24/7, ring twice", "lang": "en"}
    assert "24/7, ring twice" in read("/en/entry/pro-bono-ambulanta/")


def test_a_long_list_of_links_shows_six_and_folds_the_rest(read, harbour):
    def step(number):
        return {
            "type": "done_at", "direction": "in", "kind": "procedure", "slug": f"step-{number}",
            "name": {"text": f"Step {number}.", "lang": "en"}, "is_sensitive": False, "code": "",
        }  # fmt: skip

    harbour.bodies["en"]["pro-bono-ambulanta"]["relations"] = [step(number) for number in range(12)]
    page = read("/en/entry/pro-bono-ambulanta/")
    assert page.index("Step 5.") < page.index("Show all (12)") < page.index("Step 6.")
    assert "Step 11." in page
    harbour.bodies["en"]["pro-bono-ambulanta"]["relations"] = [step(number) for number in range(8)]
    assert "Show all" not in read("/en/entry/pro-bono-ambulanta/")
