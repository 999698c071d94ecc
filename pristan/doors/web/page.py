# SPDX-License-Identifier: EUPL-1.2
"""What every public page has in common: language from the address, one dataset version, a name for its bytes.

A page is a pure function of (dataset version, address, civil day, build), so its ETag is known before it is
made and a browser that has it gets 304 for two queries. No cookie, session, token or user is ever touched.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.db import Error as DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils import timezone, translation

from pristan.doors.web import errors, selectors
from pristan.doors.web.addresses import elsewhere
from pristan.doors.web.catalogue import Catalogue
from pristan.platform.receiving import senders
from pristan.platform.ui import dates, etags
from pristan.platform.ui.requestlog import report

NO_STORE = "no-store"
# Kept by browser and proxy, but asked about each time: the answer is 304 while nothing has changed.
REVALIDATE = "public, no-cache"
# Scripts of other sites may read it: it is the same for everybody, and no cookie goes along.
FOR_ALL_SITES = {"Access-Control-Allow-Origin": "*"}


class NoCity(Exception):
    """Nothing has been published yet."""


@dataclass(frozen=True)
class Page:
    """What a view may know of the request."""

    language: str
    version: int
    catalogue: Catalogue
    at: datetime
    path: str
    parameters: Mapping[str, str]
    origin: str
    is_read: bool = True  # by a person now, as far as one can tell
    sender: str = (
        ""  # for counting how much comes from one place (see `receiving.senders`); never written down
    )

    @property
    def today(self) -> date:
        """The civil day in the city."""
        return self.catalogue.today(self.at)

    @property
    def day_began(self) -> datetime:
        """Midnight in the city: all that is kept of when a visitor did something."""
        return self.catalogue.local_time(self.at).replace(hour=0, minute=0, second=0, microsecond=0)

    @property
    def today_words(self) -> str:
        """The civil day as people write it."""
        return dates.in_words(self.today.isoformat(), self.language)

    @property
    def others(self) -> list[tuple[str, str]]:
        """(language, address of this page in it) for every language of the city."""
        return [(code, elsewhere(self.path, code)) for code in self.catalogue.languages]


View = Callable[..., HttpResponse]


def opened(request: HttpRequest, language: str, at: datetime) -> Page:
    """The page that was asked for. Raises Http404 for a language the city does not offer, NoCity without data."""
    version = selectors.version()
    found = selectors.catalogue(language, version)
    if found is None:
        if selectors.any_catalogue([], version) is None:
            raise NoCity
        raise Http404
    origin = f"{request.scheme}://{request.get_host()}"
    sender = senders.sender(request) if request.method == "POST" else ""
    return Page(
        language, version, Catalogue(found), at, request.path, request.GET, origin, _is_read(request), sender
    )


# How robots name themselves. Those that pretend to be a browser are counted as one.
ROBOTS = re.compile(r"(?<!cu)bot\b|bot[/;_-]|crawl|spider|slurp|preview|scan|monitor|curl|wget|python|java/|go-http|headless", re.I)  # fmt: skip


def _is_read(request: HttpRequest) -> bool:
    """Not where only the headers are wanted, the page is fetched before anybody chose it, or a robot says that it is one."""
    if ROBOTS.search(request.headers.get("User-Agent", "")):
        return False
    purposes = (request.headers.get(name, "") for name in ("Purpose", "Sec-Purpose", "X-Moz"))
    return request.method == "GET" and not any("prefetch" in each.lower() for each in purposes)


def public(view: View) -> View:
    """Make a public page of ``view(page, **parts of the address)``."""

    @wraps(view)
    def answer(request: HttpRequest, language: str, **parts: str) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return errors.not_allowed(request)
        try:
            with translation.override(language):
                return _answer(request, opened(request, language, timezone.now()), view, parts)
        except NoCity:
            return errors.unavailable(request)
        except DatabaseError as error:
            report(error)
            return errors.unavailable(request)

    return answer


def _answer(request: HttpRequest, page: Page, view: View, parts: Mapping[str, str]) -> HttpResponse:
    tag = etags.base(page.version, page.origin, request.get_full_path(), page.today)
    if not settings.DEBUG and (full := etags.matches(request, tag)):
        return HttpResponse(status=304, headers={"ETag": full, "Cache-Control": REVALIDATE})
    response = view(page, **parts)
    if response.status_code == 200 and not response.has_header("Cache-Control"):
        response["Cache-Control"] = REVALIDATE
        response["ETag"] = f'"{tag}"'
    return response


def render(
    page: Page,
    template: str,
    context: Mapping[str, Any],
    *,
    status: int = 200,
    is_private: bool = False,
    is_volatile: bool = False,
) -> HttpResponse:
    """The page as HTML. ``is_private``: what the title must not say and no disk may keep. ``is_volatile``: depends on the minute."""
    words = {
        "page": page,
        "language": page.language,
        "city": page.catalogue.city,
        "is_private": is_private,
        "exit_url": getattr(settings, "EXIT_URL", "https://www.wikipedia.org/"),
        **context,
    }
    response = HttpResponse(get_template(template).render(words), status=status)
    if is_private or is_volatile:
        response["Cache-Control"] = NO_STORE
    return response
