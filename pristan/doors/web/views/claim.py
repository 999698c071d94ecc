# SPDX-License-Identifier: EUPL-1.2
"""This is our organisation: a form without a cookie, from this site only; and what became of a claim."""

from typing import Any

from django.http import Http404, HttpResponse

from pristan.doors.web import claim_words, posts
from pristan.doors.web.entry_page import is_claimable
from pristan.doors.web.page import Page, public, render
from pristan.doors.web.views.entry import Moved, back, found, redirect
from pristan.platform.claims import errors, services, words
from pristan.platform.claims.lifecycle import OPEN
from pristan.platform.receiving import throttle

Body = dict[str, Any]
FIELDS = ("role", "email", "page", "reception", "known_at")


def _claimable(page: Page, address: str) -> Body:
    """The entry at this address. Raises Moved; Http404 for what no organisation has, or has at another page."""
    body = found(page, address, "claim").body
    if not is_claimable(body):
        raise Http404
    return dict(body)


def _shown(page: Page, body: Body, **more: Any) -> HttpResponse:
    shown = {"entry": body, "back": back(page, body), "longest": services.LONGEST, **more}
    status = 422 if more.get("slip") else 200
    return render(page, "web/claim.html", shown, status=status, is_private=bool(body.get("is_sensitive")))


@public
def _form(page: Page, address: str) -> HttpResponse:
    try:
        return _shown(page, _claimable(page, address))
    except Moved as moved:
        return redirect(moved)


def _taken(page: Page, given: posts.Fields, address: str) -> HttpResponse:
    try:
        body = _claimable(page, address)
    except Moved as moved:
        return redirect(moved)
    typed = {name: str(given.get(name, [""])[0]) for name in FIELDS}
    try:
        throttle.count(throttle.CLAIM, page.sender, at=page.at)
        code = services.claim(
            kind="entry", key=body["key"], language=page.language, today=page.today, at=page.at, **typed
        )
    except (errors.BadClaim, errors.NotListed, throttle.TooMany) as error:
        wrong = error.field if isinstance(error, errors.BadClaim) else ""
        return _shown(page, body, slip=claim_words.slip(error), typed=typed, wrong=wrong)
    return _shown(page, body, code=code)


claim = posts.form(_form, _taken)


@public
def _asked(page: Page) -> HttpResponse:
    return render(page, "web/claimed.html", {})


def _told(page: Page, given: posts.Fields) -> HttpResponse:
    code = str(given.get("code", [""])[0])[:60]
    try:
        throttle.count(throttle.LOOK_UP, page.sender, at=page.at)
        is_over = "withdraw" in given
        claim = services.withdraw(code=code, at=page.day_began) if is_over else services.look_up(code)
    except (errors.ClaimMissing, errors.Decided, throttle.TooMany) as error:
        shown = {"slip": claim_words.slip(error), "typed": code}
        return render(page, "web/claimed.html", shown, status=422)
    told = {"told": (words.became(claim.state), words.answer(claim.answer)), "is_open": claim.state in OPEN}
    return render(page, "web/claimed.html", {**told, "typed": code})


claimed = posts.form(_asked, _told)
