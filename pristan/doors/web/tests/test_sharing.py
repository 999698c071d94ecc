# SPDX-License-Identifier: EUPL-1.2
"""Handing an entry on: what leaves, and what must not."""

import pytest

from pristan.doors.web import sharing
from pristan.doors.web.tests.conftest import SOS


def test_a_contact_card(ask):
    response = ask("/en/entry/cene-stupar-zip/card.vcf")
    card = response.content.decode()
    assert response["Content-Type"] == "text/vcard; charset=utf-8"
    assert 'filename="cene-stupar-zip.vcf"' in response["Content-Disposition"]
    assert card.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n")
    assert card.endswith("END:VCARD\r\n")
    whole = card.replace("\r\n ", "")
    assert "FN:Initial integration of immigrants: free Slovene course" in whole
    assert "TEL;TYPE=VOICE:+386 1 000 00 00" in whole
    assert "ADR;TYPE=WORK:;;Preskusna ulica 1;Ljubljana;;1000;SI" in whole
    assert "URL:http://testserver/en/entry/cene-stupar-zip/" in whole
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))


def test_a_contact_card_cannot_be_broken_open(ask, harbour):
    harbour.bodies["en"]["cene-stupar-zip"]["name"]["text"] = "A;B,C\\D\r\nEND:VCARD"
    card = ask("/en/entry/cene-stupar-zip/card.vcf").content.decode()
    assert "FN:A\\;B\\,C\\\\D END:VCARD" in card.replace("\r\n ", "")
    assert card.count("\r\nEND:VCARD") == 1


def test_what_leaves_about_a_sensitive_entry_is_neutral(ask):
    page = ask(f"/en{SOS}share/").content.decode()
    text = page.split("readonly")[1].split("</textarea>")[0]
    assert "080 11 55" in text
    assert "/en/i/" in text
    assert "SOS" not in text
    assert "women" not in text
    response = ask(f"/en{SOS}card.vcf")
    card = response.content.decode()
    assert "FN:Pristan" in card
    assert "080 11 55" in card
    assert "SOS" not in card
    assert "URL" not in card
    assert 'filename="contact.vcf"' in response["Content-Disposition"]
    assert response["Cache-Control"] == "no-store"


def test_text_messages_and_mail():
    assert sharing.sms("a b\nč") == "sms:?&body=a%20b%0A%C4%8D"
    assert sharing.mail("x&y", "s?", "a+b@c.si") == "mailto:a+b@c.si?subject=s%3F&body=x%26y"


def test_a_code_to_scan(ask):
    response = ask("/en/entry/cene-stupar-zip/qr.svg")
    svg = response.content.decode()
    assert response["Content-Type"] == "image/svg+xml"
    assert svg.lstrip().startswith("<?xml") or svg.startswith("<svg")
    assert "style=" not in svg
    assert ask(f"/en{SOS}qr.svg")["Cache-Control"] == "no-store"


@pytest.mark.parametrize("text", ["", "x" * 500, "č" * 100, "مرحبا" * 40])
def test_folding_loses_nothing(text):
    assert sharing._folded(f"FN:{text}").replace("\r\n ", "") == f"FN:{text}"
