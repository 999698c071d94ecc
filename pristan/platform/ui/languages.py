# SPDX-License-Identifier: EUPL-1.2
"""Languages by name and direction, and those to choose from. No flags: a flag is a country, not a language."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ps", "ur", "ckb", "he", "yi", "dv", "ug", "sd", "pes", "prs"})
# What people who arrive in Europe speak, and those who help them; a city offers its own besides (see `offered`).
SPOKEN: Final = (
    "sl", "en", "ar", "sq", "bs", "hr", "sr", "mk", "uk", "ru", "fa", "tr", "fr", "es", "de", "it", "hu", "ur", "bn", "hi", "so", "ti", "ps", "ku",
)  # fmt: skip
# Day before month, as everywhere in Europe.
_REGION = {"en": "en_GB"}


def language() -> str:
    """The language of the page that is being made."""
    return get_language() or "en"


@cache  # locale data is part of the code
def locale(code: str) -> Locale:
    """Babel's locale for a language; English where Babel has none."""
    try:
        return Locale.parse(_REGION.get(code, code.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


@cache
def own_name(code: str) -> str:
    """The language's name in itself (``slovenščina``); the code where nobody has said."""
    try:
        name = Locale.parse(code.replace("-", "_")).languages.get(code)
    except (UnknownLocaleError, ValueError):
        name = None
    return name or code


@cache
def name_in(code: str, reader: str) -> str:
    """The language's name in the reader's language; its own name where that is not known."""
    return locale(reader).languages.get(code) or own_name(code)


def offered(own: Iterable[str]) -> list[str]:
    """The codes that people choose from: those of the city first, then the widely spoken ones."""
    return list(dict.fromkeys([*own, *SPOKEN]))


def direction(code: str) -> str:
    """``rtl`` or ``ltr``."""
    return "rtl" if code.split("-")[0] in RIGHT_TO_LEFT else "ltr"
