# SPDX-License-Identifier: EUPL-1.2
"""Languages by name and direction. No flags: a flag is a country, not a language."""

from functools import cache

from babel import Locale, UnknownLocaleError

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ps", "ur", "ckb", "he", "yi", "dv", "ug", "sd", "pes", "prs"})
# Day before month, as everywhere in Europe.
_REGION = {"en": "en_GB"}


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


def direction(code: str) -> str:
    """``rtl`` or ``ltr``."""
    return "rtl" if code.split("-")[0] in RIGHT_TO_LEFT else "ltr"
