# SPDX-License-Identifier: EUPL-1.2
"""One entry: its page, and the pages that hand it on. Every address but the canonical one leads there with 308."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.utils import translation
from django.utils.translation import gettext

from pristan.doors.web import addresses, entry_page, selectors, sharing, sheet
from pristan.doors.web.page import NO_STORE, Page, render
from pristan.platform.facts import openings
from pristan.platform.published.readers import Found


class Moved(Exception):
    """The entry lives at another address."""

    def __init__(self, target: str, is_private: bool) -> None:
        super().__init__()
        self.target, self.is_private = target, is_private


def found(page: Page, address: str, part: str, **more: str) -> Found:
    """The entry at an address. Raises Http404, or Moved where this is not its canonical address."""
    document = selectors.document(page.language, address, page.version)
    if document is None:
        raise Http404
    target = addresses.entry(page.language, document.body, part, **more)
    if target != page.path:
        raise Moved(target, bool(document.body.get("is_sensitive")))
    return document


def part(name: str, template: str, context: Any, *, is_counted: bool = False) -> Any:
    """A view of an entry: ``context(page, body, **more)`` gives what its template needs. ``is_counted``: opening it is counted."""

    def show(page: Page, address: str, **more: str) -> HttpResponse:
        try:
            body = found(page, address, name, **more).body
        except Moved as moved:
            return redirect(moved)
        if is_counted and page.is_read and not body.get("is_sensitive"):
            openings.note(body["uuid"], page.language, page.today)
        return render(
            page,
            template,
            {"entry": body, **context(page, body, **more)},
            is_private=bool(body.get("is_sensitive")),
        )

    return show


def redirect(moved: Moved) -> HttpResponse:
    response = HttpResponsePermanentRedirect(moved.target, preserve_request=True)
    if moved.is_private:
        response["Cache-Control"] = NO_STORE
    return response


def back(page: Page, body: dict[str, Any]) -> str:
    return addresses.entry(page.language, body)


def _counter(page: Page, body: dict[str, Any]) -> dict[str, Any]:
    local = page.catalogue.local
    other = selectors.document(local, body["slug"], page.version) if local != page.language else None
    shown = other.body if other else body
    return {
        "local": local,
        "shown": shown,
        "back": back(page, body),
        "phrases": phrases(page.language, local),
    }


def phrases(reader: str, local: str) -> list[tuple[str, str]]:
    """What people say at a counter, in the reader's language and in the counter's."""

    def spoken(language: str) -> list[str]:
        with translation.override(language):
            return [
                gettext("Hello. I need help with this:"),
                gettext("These papers are asked for:"),
                gettext("Where do I have to go?"),
                gettext("Which papers do I have to bring?"),
                gettext("Please write down the place, the day and the time for me."),
                gettext("Can somebody interpret for me?"),
            ]

    return list(zip(spoken(reader), spoken(local), strict=True))


def _two(page: Page, body: dict[str, Any], other: str) -> dict[str, Any]:
    if other not in page.catalogue.languages or other == page.language:
        raise Http404
    beside = selectors.document(other, body["slug"], page.version)
    left = sheet.sheet(body, page.catalogue, page.language)
    right = sheet.sheet(beside.body, page.catalogue, other) if beside else []
    choices = [each for each in page.catalogue.languages if each not in (page.language, other)]
    return {
        "other": other, "beside": beside.body if beside else body, "pairs": sheet.side_by_side(left, right), "back": back(page, body),
        "link": sharing.link(page, body), "qr": addresses.entry(page.language, body, "qr"),
        "choices": [(code, addresses.entry(page.language, body, "two", other=code)) for code in choices],
    }  # fmt: skip


def _share(page: Page, body: dict[str, Any]) -> dict[str, Any]:
    text = sharing.message(page, body)
    return {
        "text": text, "sms": sharing.sms(text), "mail": sharing.mail(text), "link": sharing.link(page, body), "back": back(page, body),
        "qr": addresses.entry(page.language, body, "qr"), "card": addresses.entry(page.language, body, "card"),
    }  # fmt: skip


show = part("show", "web/entry.html", entry_page.context, is_counted=True)
counter = part("counter", "web/counter.html", _counter)
two = part("two", "web/two.html", _two)
share = part("share", "web/share.html", _share)


def card(page: Page, address: str) -> HttpResponse:
    """A contact card to keep on the phone."""
    try:
        body = found(page, address, "card").body
    except Moved as moved:
        return redirect(moved)
    name = "contact" if body.get("is_sensitive") else body["slug"]
    headers = {"Content-Disposition": f'attachment; filename="{name}.vcf"'}
    return _file(sharing.contact(page, body).encode(), "text/vcard; charset=utf-8", body, headers)


def qr(page: Page, address: str) -> HttpResponse:
    """The address of the entry as a QR code."""
    try:
        body = found(page, address, "qr").body
    except Moved as moved:
        return redirect(moved)
    return _file(sharing.qr(sharing.link(page, body)), "image/svg+xml", body, {})


def _file(content: bytes, kind: str, body: dict[str, Any], headers: dict[str, str]) -> HttpResponse:
    response = HttpResponse(content, content_type=kind, headers=headers)
    if body.get("is_sensitive"):
        response["Cache-Control"] = NO_STORE
    return response
