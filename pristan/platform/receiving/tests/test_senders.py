# SPDX-License-Identifier: EUPL-1.2
"""One connection is one sender, whatever it writes into a header and however many addresses it has."""

import pytest
from django.test import RequestFactory

from pristan.platform.receiving import senders


def sender(heard="", proxies=0, remote="192.0.2.1", *, settings):
    settings.PROXIES = proxies
    headers = {"X-Forwarded-For": heard} if heard else {}
    return senders.sender(RequestFactory(REMOTE_ADDR=remote).post("/", headers=headers))


@pytest.mark.parametrize(
    ("heard", "proxies", "who"),
    [
        ("", 0, "192.0.2.1"),
        ("203.0.113.7", 0, "192.0.2.1"),
        ("203.0.113.7", 1, "203.0.113.7"),
        ("9.9.9.9, 203.0.113.7", 1, "203.0.113.7"),
        ("9.9.9.9, , 203.0.113.7,198.51.100.2", 2, "203.0.113.7"),
        ("203.0.113.7", 2, "192.0.2.1"),
        ("", 1, "192.0.2.1"),
        ("203.0.113.7:4711", 1, "203.0.113.7"),
        ("[2001:db8::7]:4711", 1, "2001:db8::/64"),
        ("<script>", 1, senders.UNKNOWN),
        ("fe80::1%eth0", 1, "fe80::/64"),
    ],
)
def test_only_servers_of_our_own_say_who_it_is(heard, proxies, who, settings):
    assert sender(heard, proxies, settings=settings) == who


@pytest.mark.parametrize(
    ("remote", "who"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::ffff", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("", senders.UNKNOWN),
    ],
)
def test_all_addresses_of_a_connection_are_one_sender(remote, who, settings):
    assert sender(remote=remote, settings=settings) == who


def test_the_network_around_a_sender():
    assert senders.site("2001:db8:1:2::/64") == "2001:db8:1::/48"
    assert senders.site("203.0.113.7") == "203.0.113.7"
    assert senders.site(senders.UNKNOWN) == senders.UNKNOWN
