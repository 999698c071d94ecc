# SPDX-License-Identifier: EUPL-1.2
"""The domain of an e-mail address: read as mail servers do, shown as people and as machines read it, compared with a website.

Letters of another script look like ours (a Cyrillic `а`); in punycode such a name shows itself. Unicode Technical Standard 39.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

# Hosts where anybody has pages or mail: the same domain says nothing.
SHARED: Final = frozenset(
    {
        "blogspot.com", "facebook.com", "gmail.com", "google.com", "googlemail.com", "hotmail.com", "instagram.com", "linkedin.com",
        "outlook.com", "wordpress.com", "x.com", "yahoo.com", "youtube.com",
    }
)  # fmt: skip


class BadAddress(ValueError):
    """Not an e-mail address to which a letter can go."""


@dataclass(frozen=True)
class Domain:
    """A domain as people read it and as machines do; where the two differ, look twice."""

    plain: str
    coded: str

    @property
    def is_coded(self) -> bool:
        """Does it hold letters beyond those of the plain Latin alphabet?"""
        return self.plain != self.coded


def address(text: str) -> tuple[str, str]:
    """The address in the form in which it is stored and written to, and its domain in punycode. Raises BadAddress.

    What would add a head line to a letter, or a second receiver, is no address.
    """
    local, _, domain = text.strip().rpartition("@")
    try:
        coded = domain.encode("idna").decode("ascii").lower()
        whole = f"{local}@{coded}".lower()
        validate_email(whole)
    except (ValidationError, UnicodeError) as error:
        raise BadAddress(text) from error
    if len(whole) > 254 or not local.isascii() or any(each in whole for each in ' ,;:"<>()[]\\'):
        raise BadAddress(text)
    return whole, coded


def shown(coded: str) -> Domain:
    """A domain for the eyes of an editor."""
    try:
        return Domain(coded.encode("ascii").decode("idna"), coded)
    except UnicodeError:
        return Domain(coded, coded)


def is_of(coded: str, website: str) -> bool:
    """Is this domain that of the website, or one below it?"""
    host = (urlsplit(website).hostname or "").removeprefix("www.").rstrip(".")
    try:
        host = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return False
    return bool(host) and host not in SHARED and (coded == host or coded.endswith(f".{host}"))
