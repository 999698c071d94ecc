# SPDX-License-Identifier: EUPL-1.2
"""Languages: which word list and which stemmer stands behind a language code."""

import re

# Word lists of simplemma. Bosnian, Croatian, Montenegrin and Serbian share one.
WORD_LISTS = {
    **{code: code for code in ("ar", "de", "en", "es", "fa", "fr", "mk", "ru", "sl", "sq", "tr", "uk")},
    **dict.fromkeys(("bs", "cnr", "hbs", "hr", "sr"), "hbs"),
}
# Snowball algorithms. Slovene has none there: `stems` has its own.
SNOWBALL = {
    **{"ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fa": "persian", "fr": "french"},
    **{
        "ru": "russian",
        "tr": "turkish",
        "bs": "serbian",
        "cnr": "serbian",
        "hbs": "serbian",
        "hr": "serbian",
        "sr": "serbian",
    },
}
# The languages in which questions are understood; hr, sr and cnr are read as bs.
TAUGHT = ("sl", "en", "bs", "mk", "sq", "uk", "ru", "ar", "fa", "tr", "fr", "es", "de")
CYRILLIC = ("mk", "ru", "uk")
_CODE = re.compile(r"[a-z]{2,8}")


def primary(language: str) -> str:
    """The language of a tag in lower case without region or script: `sr-Latn` -> `sr`; what is no tag -> `und`."""
    found = _CODE.match(language[:64].lower())
    return found[0] if found else "und"


def readable(tag: str) -> list[str]:
    """What somebody reads who asks for this language, nearest first: `hr-HR` -> `hr-HR`, `hr`, `bs`."""
    language = primary(tag)
    return list(dict.fromkeys((tag, language, family(language))))


def family(language: str) -> str:
    """The language under which expressions are kept: Bosnian, Croatian, Montenegrin and Serbian share theirs."""
    return "bs" if WORD_LISTS.get(language) == "hbs" else language
