# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the signed-in side: ``/staff/<language>/...``. The language stands in the address and nowhere else."""

from django.conf import settings
from django.urls import URLResolver, include, path
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import get_language

ROOT = "staff/"


class StaffPrefix(LocalePrefixPattern):
    """``staff/<language>/`` with the active language, so that every ``reverse`` stays in the reader's language."""

    @property
    def language_prefix(self) -> str:
        return f"{ROOT}{get_language() or settings.LANGUAGE_CODE}/"

    def __str__(self) -> str:
        return f"{ROOT}<language>/"


def staff(*modules: str) -> URLResolver:
    """The staff screens of these url modules, each below ``/staff/<language>/``."""
    return URLResolver(StaffPrefix(), [path("", include(module)) for module in modules])


def is_staff(address: str) -> bool:
    """Does this address belong to the signed-in side?"""
    return address.startswith(f"/{ROOT}")


def languages() -> list[str]:
    """Languages in which the signed-in side exists."""
    return [str(code) for code, _ in settings.LANGUAGES]


def language_of(address: str) -> str | None:
    """The language that stands in a staff address; None where none does, or one that does not exist."""
    second = address.split("/")[2] if is_staff(address) else ""
    return second if second in languages() else None


def elsewhere(address: str, language: str) -> str:
    """The same page in another language."""
    return "/".join(["", "staff", language, *address.split("/")[3:]])
