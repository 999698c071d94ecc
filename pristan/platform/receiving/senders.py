# SPDX-License-Identifier: EUPL-1.2
"""Where a request comes from, as far as it serves to count: one connection is one sender. For visitors and for who signs in.

An address is asked for, used within the request, and never written down as it is.
"""

import ipaddress
from typing import Final

from django.conf import settings
from django.http import HttpRequest

UNKNOWN: Final = "unknown"
# A connection has all the addresses of such a network; whoever has one connection can be given as many of these as lie in a SITE.
CONNECTION: Final = 64
SITE: Final = 48


def sender(request: HttpRequest) -> str:
    """Who sent it: an IPv4 address, or the network of an IPv6 address.

    ``PRISTAN_PROXIES`` servers in front each add to ``X-Forwarded-For`` whom they heard; what stands before that was written by anybody. Where
    the header says less than that, the request came past them, and from whom the connection says.
    """
    told = request.headers.get("X-Forwarded-For", "").split(",")
    heard = [each.strip() for each in told if each.strip()]
    if 0 < settings.PROXIES <= len(heard):
        return _whole(heard[-settings.PROXIES])
    return _whole(request.META.get("REMOTE_ADDR") or "")


def site(whole: str) -> str:
    """The wider network in which a sender lies: of IPv6 what one customer may get, of IPv4 the address itself."""
    return _network(ipaddress.IPv6Network(whole)[0], SITE) if "/" in whole else whole


def _whole(text: str) -> str:
    try:
        address = ipaddress.ip_address(_without_port(text))
    except ValueError:
        return UNKNOWN
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    inner = address.ipv4_mapped
    return str(inner) if inner else _network(address, CONNECTION)


def _network(address: ipaddress.IPv6Address, length: int) -> str:
    return str(ipaddress.IPv6Network((int(address), length), strict=False))


def _without_port(text: str) -> str:
    """Some servers write a port behind the address: ``192.0.2.1:5000``, ``[2001:db8::1]:5000``."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text
