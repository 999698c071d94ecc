# SPDX-License-Identifier: EUPL-1.2
"""What the server writes down while people read: no address, query, body or user agent. Asked of a real server process."""

import http.client
from urllib.parse import urlsplit

import pytest

AGENT = "needle-agent/7.7"
QUERY = "needlequery"
BODY = "needle-in-the-body"
COOKIE = "needle-cookie"
VISITOR = "203.0.113.77"
PATHS = (
    f"/en/search/?q={QUERY}",
    f"/en/suggest/?q={QUERY}",
    f"/en/nothing-here/?x={QUERY}",
    f"/en/?{QUERY}",
    "/en/search/?q=%00%ff&page=-9",
)


@pytest.fixture(scope="module")
def said(city_server):
    """The server's words after visits that would be worth noting for somebody."""
    for path in PATHS:
        ask(city_server.url, "GET", path)
    ask(city_server.url, "POST", "/en/search/", BODY)
    assert ask(city_server.url, "GET", "/en/") == 200
    return city_server.said()


def ask(url: str, method: str, path: str, body: str | None = None) -> int:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    headers = {
        "User-Agent": AGENT,
        "X-Forwarded-For": VISITOR,
        "Cookie": COOKIE,
        "Referer": f"http://{QUERY}.example/",
    }
    connection.request(method, path, body, headers)
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.parametrize("needle", [AGENT, QUERY, BODY, COOKIE, VISITOR, "%00%ff"])
def test_a_visitor_leaves_no_trace(said, needle):
    assert needle not in said


def test_the_address_of_a_visitor_is_not_written(said, city_server):
    """The loopback address stands only where the server says where it listens."""
    where = urlsplit(city_server.url).netloc
    assert "127.0.0.1" not in said.replace(where, "")
