# SPDX-License-Identifier: EUPL-1.2
"""The public side touches no cookie, session, user, CSRF token or nonce, and its headers keep what we promise."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse

from tests.access import table

ADDRESSES = [row.address for row in table.rows()] + [address for row in table.rows() for address in row.also]
REFUSED = ("session", "user", "auser", "csrf_token")


@pytest.fixture
def spied(monkeypatch):
    """Every touch is written down; the answer is what a visitor without anything would get."""
    touched = []

    def spy(name, value):
        def look(request):
            touched.append(f"request.{name}")
            return value

        return property(look, lambda request, given: touched.append(f"request.{name} was set"))

    monkeypatch.setattr(WSGIRequest, "COOKIES", spy("COOKIES", {}))
    for name in REFUSED:
        monkeypatch.setattr(
            HttpRequest, name, spy(name, AnonymousUser() if "user" in name else {}), raising=False
        )
    for name in ("set_cookie", "set_signed_cookie", "delete_cookie"):
        monkeypatch.setattr(HttpResponse, name, lambda *words, **named: touched.append("a cookie was set"))
    for place in ("django.middleware.csrf.get_token", "django.middleware.csrf.rotate_token"):
        monkeypatch.setattr(place, lambda request: touched.append("a CSRF token was made") or "")
    return touched


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_about_the_visitor_is_touched(ask, spied, address):
    answer = ask(address, Cookie="sessionid=abc; csrftoken=def")
    assert spied == []
    assert not answer.cookies
    assert "nonce" not in answer["Content-Security-Policy"]
    assert "cookie" not in answer.get("Vary", "").lower()


@pytest.mark.parametrize("method", ["HEAD", "POST", "OPTIONS", "DELETE"])
@pytest.mark.parametrize("address", [*ADDRESSES, "/nothing/", "/en/nothing/", "/static/nothing.css", "/en"])
def test_nothing_is_touched_by_other_methods_and_errors_either(ask, spied, address, method):
    answer = ask(address, method, Cookie="sessionid=abc; csrftoken=def", Authorization="Basic YTpi")
    assert spied == []
    assert not answer.cookies
    assert "cookie" not in answer.get("Vary", "").lower()
    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert answer["Referrer-Policy"] == "no-referrer"


def test_the_spy_would_notice(rf, spied):
    request = rf.get("/")
    request.COOKIES.get("sessionid")
    assert request.session == {}
    assert spied == ["request.COOKIES", "request.session"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_headers(ask, address):
    answer = ask(address)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "geolocation=()" in answer["Permissions-Policy"]


@pytest.mark.parametrize("address", [row.address for row in table.rows()])
def test_a_page_is_the_same_for_everybody(ask, address):
    first = ask(address)
    second = ask(address, **{"Cookie": "a=b", "User-Agent": "another", "X-Forwarded-For": "203.0.113.9"})
    assert first.content == second.content
    assert first.headers.get("ETag") == second.headers.get("ETag")
