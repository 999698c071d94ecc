# SPDX-License-Identifier: EUPL-1.2
"""Orientation for other programs: the next question, verdicts, a plan. Answers come in the body of a POST and go with it.

The body is an object of answers, or ``{"answers": {...}, "lang": "en", "today": "2026-11-27", "refused": ["age"]}``. The language may stand
in the address (`?lang=en`), answers never. Nothing is kept; nothing may be kept by anybody between.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone, translation

from pristan.city.orientation import answers, plans, verdicts, wishes
from pristan.city.orientation.rulebook import Rulebook, rulebook
from pristan.core.text.languages import readable
from pristan.doors.web import bodies, errors, openapi, selectors
from pristan.doors.web.bodies import Unfit
from pristan.doors.web.catalogue import Catalogue
from pristan.doors.web.page import FOR_ALL_SITES, REVALIDATE
from pristan.platform.published.errors import NothingPublished
from pristan.platform.ui import etags
from pristan.platform.ui.requestlog import report


@dataclass(frozen=True)
class Asked:
    """A request that was read: the rules in the reader's language, and what was told."""

    book: Rulebook
    told: answers.Told
    refused: frozenset[str]


# What a browser is told that asks whether a page of another site may send answers here.
_FIRST = {
    "Allow": "POST",
    "Access-Control-Allow-Methods": "POST",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "7200",
}


def endpoint(make: Callable[[Asked], dict[str, Any]]) -> Callable[[HttpRequest], HttpResponse]:
    """An address of the interface, of a function that makes the answer."""

    @wraps(make)
    def answer(request: HttpRequest) -> HttpResponse:
        is_asked_first = request.method == "OPTIONS"
        response = HttpResponse(status=204, headers=_FIRST) if is_asked_first else _answered(request, make)
        for name, value in {"Cache-Control": "no-store", **FOR_ALL_SITES}.items():
            response[name] = value
        return response

    return answer


def _answered(request: HttpRequest, make: Callable[[Asked], dict[str, Any]]) -> HttpResponse:
    if request.method != "POST":
        response = errors.told(405, "Only POST is answered here.", "Send the answers in the body of a POST.")
        response["Allow"] = "POST"
        return response
    try:
        sent = bodies.read(request)
        catalogue, version = _catalogue(sent.language, request)
        language = catalogue.given["language"]
        with translation.override(language):
            asked = _asked(sent, rulebook(language, version), catalogue)
            made = make(asked) | asked.told.remarks()
        return JsonResponse(made, headers={"Content-Language": language})
    except Unfit as unfit:
        return errors.told(unfit.status, unfit.what, unfit.mend)
    except answers.AnswersMalformed as error:
        found = [{"key": each.key, "what": each.what, "mend": each.mend} for each in error.found]
        return JsonResponse({"error": "Some of these are no answers.", "malformed": found}, status=422)
    except NothingPublished:
        return errors.told(503, "The city has no rules yet.", "Try again later.")
    except DatabaseError as error:
        report(error)
        return errors.told(503, "The city cannot be read now.", "Try again in a minute.")


def _asked(sent: bodies.Sent, book: Rulebook, catalogue: Catalogue) -> Asked:
    told = answers.read(sent.answers, book, sent.today or catalogue.today(timezone.now()))
    told = replace(told, ignored=tuple(sorted((*told.ignored, *sent.ignored))))
    return Asked(book, told, sent.refused | answers.refused(sent.answers))


def _catalogue(language: str, request: HttpRequest) -> tuple[Catalogue, int]:
    """The city in the language that was asked for, else in one that the caller reads. Raises Unfit."""
    version = selectors.version()
    wanted = [*(readable(language) if language else ()), *errors.preferred(request)]
    found = selectors.any_catalogue(wanted, version)
    if found is None:
        raise Unfit(503, "The city has no data yet.", "Try again later.")
    offered = found["city"]["languages"]
    chosen = next((each for each in wanted if each in offered), offered[0])
    return Catalogue(found | {"language": chosen}), version


@endpoint
def following(asked: Asked) -> dict[str, Any]:
    """The question that decides most of what is still open, or none."""
    return verdicts.following(asked.book, asked.told, asked.refused)


@endpoint
def decided(asked: Asked) -> dict[str, Any]:
    """The verdict on every right, step and service."""
    return {"verdicts": verdicts.verdicts(asked.book, asked.told)}


@endpoint
def planned(asked: Asked) -> dict[str, Any]:
    """The plan."""
    return plans.plan(asked.book, wishes.precise(asked.book, asked.told))


def described(request: HttpRequest) -> HttpResponse:
    """The interface as OpenAPI. It is the same for every city, so it stands when the database is gone."""
    if request.method not in ("GET", "HEAD"):
        return errors.not_allowed(request)
    tag = etags.base("openapi")
    if full := etags.matches(request, tag):
        return HttpResponse(status=304, headers={"ETag": full, "Cache-Control": REVALIDATE, **FOR_ALL_SITES})
    headers = {"ETag": f'"{tag}"', "Cache-Control": REVALIDATE, **FOR_ALL_SITES}
    return HttpResponse(openapi.document(), content_type="application/json", headers=headers)
