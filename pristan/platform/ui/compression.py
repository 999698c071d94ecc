# SPDX-License-Identifier: EUPL-1.2
"""Compressed answers, each form with its own strong ETag (RFC 9110, 8.8.3.3): a cache never mixes them up.

Public pages hold no secret and echo no cookie, so compressing them tells nobody anything. What is private stays as it is:
the length of a compressed page could tell what secret stands in it.
"""

import gzip
from collections.abc import Callable

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

# Of a PDF it is the tags that halve.
TEXTS = ("text/", "image/svg+xml", "application/json", "application/pdf")
SUFFIX = {"br": "-br", "gzip": "-gz", "": ""}
# 7 costs as little as 5 (a millisecond for a page), gives 3 % less of a long one in Cyrillic, and 9 costs ten times as much for nothing.
QUALITY = 7


def negotiated(request: HttpRequest) -> str:
    """The form this reader's browser takes: ``br``, ``gzip`` or none."""
    accepted = {}
    for part in request.headers.get("Accept-Encoding", "").split(",")[:20]:
        name, _, weight = part.partition(";")
        accepted[name.strip().lower()] = weight.replace(" ", "").lower() not in (
            "q=0",
            "q=0.0",
            "q=0.00",
            "q=0.000",
        )
    return next((coding for coding in ("br", "gzip") if accepted.get(coding)), "")


def tagged(base: str, coding: str) -> str:
    """The ETag of a page in one form."""
    return f'"{base}{SUFFIX[coding]}"'


class CompressionMiddleware:
    """Compress texts. Stands outside everything that writes into pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.streaming or response.has_header("Content-Encoding") or not _is_text(response):
            return response
        if "private" in response.get("Cache-Control", ""):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        coding = negotiated(request)
        if not coding or response.status_code in (204, 304) or not response.content:
            return response
        raw = response.content
        response.content = (
            brotli.compress(raw, quality=QUALITY) if coding == "br" else gzip.compress(raw, 6, mtime=0)
        )
        response["Content-Encoding"] = coding
        response["Content-Length"] = str(len(response.content))
        if tag := response.get("ETag"):
            response["ETag"] = f'{tag[:-1]}{SUFFIX[coding]}"'
        return response


def _is_text(response: HttpResponse) -> bool:
    return response.get("Content-Type", "").startswith(TEXTS) or response.status_code == 304
