# SPDX-License-Identifier: EUPL-1.2
"""Asking the identity provider: over TLS, and never a host inside the city's own network, whatever a name or a redirect says.

A server that can be made to ask inner hosts is a door into the city's network (SSRF). So the addresses of a name are looked
at before a connection is made, and the other end of the connection after it: a name that changes in between gains nothing.
"""

import ipaddress
import socket
from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

SECONDS = 5
MOST_REDIRECTS = 3


class NotAllowedOutside(requests.RequestException):
    """This host is private, or is asked without TLS, and is not on the list of exceptions."""


def session() -> requests.Session:
    """What asks the provider. No proxy from the environment, few redirects, not for long."""
    made = requests.Session()
    made.trust_env = False
    made.max_redirects = MOST_REDIRECTS
    for scheme in ("https://", "http://"):
        made.mount(scheme, _Guard())
    return made


def is_public(address: str) -> bool:
    """Can this address be reached from anywhere in the world? Not so: loopback, private, link-local, and what is mapped to them."""
    try:
        found: Any = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return bool((mapped or found).is_global and not found.is_multicast)


def _is_exception(host: str) -> bool:
    return host.lower() in {each.lower() for each in settings.OIDC_PRIVATE_HOSTS}


def _ask(host: str, port: int) -> None:
    """Raises NotAllowedOutside unless every address of this host is public, or the host is an exception."""
    if _is_exception(host):
        return
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise NotAllowedOutside(f"{host} has no address") from error
    if not found or not all(is_public(str(each[4][0])) for each in found):
        raise NotAllowedOutside(f"{host} is no public host; PRISTAN_OIDC_PRIVATE_HOSTS can allow it")


class _Watched:
    """A connection that is closed again when the other end is not public."""

    host: str
    port: int

    def _new_conn(self) -> socket.socket:
        made: socket.socket = super()._new_conn()  # type: ignore[misc]
        if not _is_exception(self.host) and not is_public(made.getpeername()[0]):
            made.close()
            raise NotAllowedOutside(f"{self.host} led to an address that is not public")
        return made


class _Plain(_Watched, HTTPConnection):
    """Without TLS: for exceptions only."""


class _Secure(_Watched, HTTPSConnection):
    """With TLS."""


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


class _Guard(HTTPAdapter):
    """Every request, each redirect too, goes through here."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        parts = urlsplit(request.url or "")
        if parts.scheme != "https" and not _is_exception(parts.hostname or ""):
            raise NotAllowedOutside("the provider must be asked over https")
        _ask(parts.hostname or "", parts.port or 443)
        kwargs["timeout"] = SECONDS
        return super().send(request, *args, **kwargs)
