# SPDX-License-Identifier: EUPL-1.2
"""When something is not there or does not work: the right status, the address's language, a number to call."""

import json
import logging

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

from pristan.doors.web import selectors

LANGUAGES = ("sl", "en", "ar")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path",
    ["nothing/", "entry/nothing/", "need/nothing/", "i/nothing/", "for/x/", "district/x/", "entry/a/b/c/"],
)
def test_what_is_not_there(ask, language, path):
    response = ask(f"/{language}/{path}")
    page = response.content.decode()
    assert response.status_code == 404
    assert f'<html lang="{language}"' in page
    assert 'name="q"' in page
    assert 'href="tel:112"' in page
    assert f'href="/{language}/urgent/"' in page


@pytest.mark.parametrize(
    "path",
    [
        "/xx/",
        "/xx/urgent/",
        "/EN/",
        "/en-GB/",
        "/static-not/",
        "/%00/",
        "/en/%ff/",
        "/en/entry/%2e%2e/",
        "/favicon.ico",
    ],
)
def test_an_unknown_language_offers_the_known_ones(ask, path):
    response = ask(path, accept_language="ar")
    assert response.status_code == 404
    assert '<html lang="ar" dir="rtl">' in response.content.decode() or path.startswith("/en/")
    assert "slovenščina" in response.content.decode()


def test_a_missing_slash_is_forgiven(ask):
    response = ask("/en/search?q=a%20b")
    assert response.status_code == 308
    assert response["Location"] == "/en/search/?q=a%20b"
    assert ask("//evil.example/en").status_code in (404, 308)
    assert not ask("//evil.example").get("Location", "").startswith("//")


@pytest.mark.parametrize(
    "error", [OperationalError("database is locked"), InterfaceError("connection is closed")]
)
@pytest.mark.parametrize("path", ["/", "/sl/", "/sl/search/?q=x", "/sl/urgent/", "/sl/entry/infotujci/"])
def test_the_database_is_gone(ask, harbour, monkeypatch, error, path):
    monkeypatch.setitem(selectors._last, "sl", harbour.catalogue("sl", 1))
    harbour.fails = error
    response = ask(path, accept_language="sl")
    page = response.content.decode()
    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert response["Cache-Control"] == "no-store"
    assert '<html lang="sl"' in page
    assert 'href="tel:113"' in page
    assert "locked" not in page


def test_the_database_was_never_there(ask, harbour):
    harbour.fails = OperationalError("no such table")
    page = ask("/ar/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert 'href="tel:112"' in page


def test_a_city_that_is_still_empty(ask, harbour, monkeypatch):
    monkeypatch.setattr(selectors, "catalogue", lambda language, version: None)
    monkeypatch.setattr(selectors, "any_catalogue", lambda preferred, version: None)
    assert ask("/en/").status_code == 503
    assert ask("/").status_code == 503


def test_our_own_fault(ask, harbour, caplog):
    harbour.fails = RuntimeError("secret words of a visitor")
    with caplog.at_level(logging.INFO, "pristan.requests"):
        response = ask("/en/entry/infotujci/")
    page = response.content.decode()
    assert response.status_code == 500
    assert "Something broke on our side" in page
    assert 'href="tel:112"' in page
    assert "secret words" not in page + caplog.text
    failure = next(json.loads(each.getMessage()) for each in caplog.records if "failure" in each.getMessage())
    assert failure["error"] == "RuntimeError"
    assert "harbour.py" in failure["where"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("path", ["/", "/en/", "/en/search/", "/en/entry/infotujci/"])
def test_nothing_can_be_sent_here(harbour, method, path):
    response = getattr(Client(), method)(path)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert "We could not understand this request" in response.content.decode()


def test_a_wrong_host_is_refused(harbour, settings):
    settings.ALLOWED_HOSTS = ["city.example"]
    response = Client(raise_request_exception=False).get("/en/share/", headers={"host": "evil.example"})
    assert response.status_code in (400, 404)
    assert "evil.example" not in response.content.decode()
