# SPDX-License-Identifier: EUPL-1.2
"""Compression: texts only, one strong tag for each form."""

import brotli
import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from pristan.platform.ui import etags
from pristan.platform.ui.compression import CompressionMiddleware, negotiated, tagged


def answer(made: HttpResponse, accepted: str = "br") -> HttpResponse:
    request = RequestFactory().get("/", headers={"accept-encoding": accepted})
    return CompressionMiddleware(lambda _: made)(request)


@pytest.mark.parametrize(
    ("header", "coding"),
    [("br", "br"), ("gzip, deflate", "gzip"), ("gzip, BR;q=0.5", "br"), ("br;q=0, gzip", "gzip"), ("br;q=0.000", ""), ("", ""),
     ("identity", ""), ("*", ""), (",;;q=,\x00", "")],
)  # fmt: skip
def test_the_form_is_agreed_on(header, coding):
    assert negotiated(RequestFactory().get("/", headers={"accept-encoding": header})) == coding


def test_a_text_is_compressed_and_tagged():
    response = answer(HttpResponse("water " * 500, headers={"ETag": '"abc"'}))
    assert brotli.decompress(response.content) == b"water " * 500
    assert response["ETag"] == '"abc-br"' == tagged("abc", "br")
    assert response["Content-Length"] == str(len(response.content))
    assert response["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("kind", ["image/png", "font/woff2"])
def test_what_is_no_text_stays(kind):
    response = answer(HttpResponse(b"x" * 500, content_type=kind))
    assert response.content == b"x" * 500
    assert not response.has_header("Vary")


def test_streams_empty_answers_and_finished_ones_stay():
    assert answer(StreamingHttpResponse([b"a"])).streaming
    assert not answer(HttpResponse(status=304)).content
    done = answer(HttpResponse("x", headers={"Content-Encoding": "zstd"}))
    assert done.content == b"x"


def test_tags_are_matched_by_form():
    request = RequestFactory().get("/", headers={"accept-encoding": "br", "if-none-match": '"a", W/"abc-br"'})
    assert etags.matches(request, "abc") == '"abc-br"'
    assert etags.matches(request, "abd") is None
    assert etags.base("a", 1) != etags.base("a1")
    assert etags.base("a", 1) == etags.base("a", "1")
