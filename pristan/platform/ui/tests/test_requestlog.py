# SPDX-License-Identifier: EUPL-1.2
"""The request line holds what the list allows, and nothing about the visitor."""

import json
import logging

from django.http import Http404, HttpResponse
from django.test import RequestFactory

from pristan.platform.ui.requestlog import ALLOWED, RequestLogMiddleware, log


def lines(caplog):
    return [json.loads(each.getMessage()) for each in caplog.records]


def test_nothing_about_the_visitor_is_written(caplog):
    request = RequestFactory(REMOTE_ADDR="203.0.113.7", HTTP_USER_AGENT="an old phone").get(
        "/en/i/secretcode/?q=violence"
    )
    with caplog.at_level(logging.INFO, "pristan.requests"):
        RequestLogMiddleware(lambda _: HttpResponse("x"))(request)
    (line,) = lines(caplog)
    assert set(line) <= ALLOWED
    assert (line["status"], line["method"]) == (200, "GET")
    for secret in ("203.0.113.7", "old phone", "violence", "secretcode"):
        assert secret not in caplog.text


def test_other_fields_are_dropped(caplog):
    with caplog.at_level(logging.INFO, "pristan.requests"):
        log.info("request", ip="203.0.113.7", query="violence", status=200)
    assert "203.0.113.7" not in caplog.text
    assert "violence" not in caplog.text


def test_a_made_up_method_is_not_repeated(caplog):
    with caplog.at_level(logging.INFO, "pristan.requests"):
        RequestLogMiddleware(lambda _: HttpResponse())(RequestFactory().generic("VIOLENCE", "/"))
    assert lines(caplog)[0]["method"] == "other"


def test_a_failure_is_written_without_its_words(caplog):
    keeper = RequestLogMiddleware(lambda _: HttpResponse())
    with caplog.at_level(logging.INFO, "pristan.requests"):
        try:
            raise ValueError("what a person typed")
        except ValueError as error:
            keeper.process_exception(RequestFactory().get("/"), error)
        keeper.process_exception(RequestFactory().get("/"), Http404())
    (line,) = lines(caplog)
    assert line["error"] == "ValueError"
    assert "typed" not in caplog.text
