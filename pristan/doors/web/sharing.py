# SPDX-License-Identifier: EUPL-1.2
"""Handing an entry on without any third party: text, link, contact card, QR code.

For a sensitive entry nothing but the number and a neutral link leaves: what a friend gets, a partner may read.
"""

import io
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import segno
from django.utils.safestring import SafeString

from pristan.doors.web import addresses, cards
from pristan.doors.web.page import Page

Body = Mapping[str, Any]
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;"})
_FOLD = 73


def link(page: Page, body: Body) -> str:
    """The whole address of the entry, as others can open it."""
    return page.origin + addresses.entry(page.language, body)


def message(page: Page, body: Body) -> str:
    """Plain text to send: name, phone, place, link."""
    numbers = [each["number"] for each in (body.get("phones") or ())[:1]]
    if body.get("is_sensitive"):
        return "\n".join([*numbers, link(page, body)])
    return "\n".join(
        each for each in (body["name"]["text"], *numbers, cards.where(body), link(page, body)) if each
    )


def sms(text: str) -> str:
    """An ``sms:`` address that opens the reader's own app with the text in it."""
    return f"sms:?&body={quote(text)}"


def mail(text: str, subject: str = "", to: str = "") -> str:
    """A ``mailto:`` address."""
    return f"mailto:{quote(to, safe='@+.')}?subject={quote(subject)}&body={quote(text)}"


def qr(address: str) -> bytes:
    """The address as a QR code: SVG, black on white so that any camera reads it."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out,
        kind="svg",
        border=3,
        scale=1,
        dark="#000",
        light="#fff",
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return out.getvalue()


def qr_inline(address: str) -> SafeString:
    """The same code for inside a page. What it holds stands in no address of a picture."""
    code = segno.make(address, error="m", micro=False)
    return SafeString(
        code.svg_inline(border=3, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None)
    )


def contact(page: Page, body: Body) -> str:
    """A contact card (vCard 3.0, RFC 2426). A sensitive entry is called by the site's neutral name."""
    is_private = bool(body.get("is_sensitive"))
    name = _plain(
        (page.catalogue.city.get("service_name") or "Pristan") if is_private else body["name"]["text"]
    )
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{name};;;;", f"FN:{name}"]
    lines += [f"TEL;TYPE=VOICE:{_plain(each['number'])}" for each in body.get("phones") or ()]
    if not is_private:
        lines += _details(page, body)
    return "\r\n".join(_folded(each) for each in [*lines, "END:VCARD"]) + "\r\n"


def _details(page: Page, body: Body) -> list[str]:
    organization, email = (body.get("organization") or {}).get("name"), body.get("email")
    found = [f"ORG:{_plain(organization)}"] if organization else []
    found += [f"EMAIL:{_plain(email)}"] if email else []
    found += [f"ADR;TYPE=WORK:{_address(each)}" for each in body.get("locations") or ()]
    return [*found, f"URL:{link(page, body)}"]


def _address(place: Body) -> str:
    street, city, code, country = (
        _plain(place.get(key) or "") for key in ("address_1", "city", "postal_code", "country")
    )
    return f";;{street};{city};;{code};{country}"


def _plain(text: str) -> str:
    return " ".join(text.split()).translate(_ESCAPES)


def _folded(line: str) -> str:
    """Lines of at most 75 octets, never cut inside a character."""
    out, size = [""], 0
    for character in line:
        width = len(character.encode())
        if size + width > _FOLD:
            out.append(" ")
            size = 1
        out[-1] += character
        size += width
    return "\r\n".join(out)
