# SPDX-License-Identifier: EUPL-1.2
"""Verbs whose forms no word list has all of.

German takes them apart: "passt ... auf" for *aufpassen*, and "angefasst" for what *anfassen* did. Arabic writes who does it onto
the front: *natazawwaj* for "we marry", dialects a *b* or *ha* before that.
"""

import re
from collections.abc import Callable, Sequence

_PREFIXES = [
    "ab",
    "an",
    "auf",
    "aus",
    "bei",
    "durch",
    "ein",
    "entgegen",
    "fest",
    "fort",
    "frei",
    "heim",
    "her",
    "herum",
    "herunter",
    "hin",
    "hinein",
    "kennen",
    "los",
    "mit",
    "nach",
    "nieder",
    "raus",
    "rein",
    "statt",
    "teil",
    "um",
    "unter",
    "voran",
    "voraus",
    "vorbei",
    "vor",
    "weg",
    "weiter",
    "wieder",
    "zurecht",
    "zurück",
    "zurueck",
    "zusammen",
    "zu",
]
_PARTED = frozenset(_PREFIXES)
_GOES_ON = frozenset(
    [
        "und",
        "oder",
        "aber",
        "wenn",
        "weil",
        "dass",
        "daß",
        "ob",
        "um",
        "damit",
        "wer",
        "was",
        "wie",
        "wo",
        "wann",
        "wohin",
        "denn",
        "als",
        "sonst",
        "bis",
        "bevor",
        "nachdem",
    ]
)
_FARTHEST = 12  # words between a verb and its prefix
_PRESENT = re.compile("[بسحه]?[يتنا](\\w{3,})")
_PARTICIPLE = re.compile(f"({'|'.join(sorted(_PREFIXES, key=len, reverse=True))})ge(\\w{{2,}}(?:t|en))")


def joined(surfaces: Sequence[str], language: str, is_known: Callable[[str], bool]) -> dict[int, str]:
    """Place of a verb -> the verb with the prefix that stands at the end of its clause. `is_known`: whether that is a word."""
    found: dict[int, str] = {}
    if language != "de":
        return found
    words = [each.casefold() for each in surfaces]
    for end, prefix in enumerate(words):
        if prefix not in _PARTED or not (end + 1 == len(words) or words[end + 1] in _GOES_ON):
            continue
        for place in range(end - 1, max(-1, end - _FARTHEST), -1):
            if len(words[place]) > 2 and is_known(prefix + words[place]):
                found[place] = prefix + words[place]
                break
    return found


def perfect(word: str, language: str) -> list[str]:
    """What an Arabic verb of the present (folded) may be without the letters on its front; none for others."""
    match = _PRESENT.fullmatch(word) if language == "ar" else None
    return [match[1], f"ا{match[1]}"] if match else []


def whole(participle: str, language: str) -> str:
    """The form without `ge` of a participle of such a verb ("angefasst" -> "anfasst"), "" if it is none."""
    match = _PARTICIPLE.fullmatch(participle) if language == "de" else None
    return match[1] + match[2] if match else ""
