# SPDX-License-Identifier: EUPL-1.2
"""Romanised: Arabic and Persian as people type them with Latin letters and digits ("wein anam", "3andi mo3id", "kelas zaban").

Short vowels are not written in Arabic letters, long ones are typed in many ways, and one Latin letter stands for several
sounds. So no letter is turned back by itself: a word typed so and a word that is known meet by what is left of both when
vowels are taken away (`typed`, `written`), and how far their vowels agree (`slips`) says which of several was meant.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product

from pristan.core.text.characters import fold
from pristan.core.text.distance import within

LANGUAGES = ("ar", "fa")
FAR = 6  # slips; more are not told apart
_MOST = 8  # skeletons of one word
_LETTERS = re.compile("[\u0620-\u064a\u066e-\u06d3]+")
_TYPED = re.compile("[a-z]+|(?=.*[a-z].*[a-z])[a-z2-9]+")  # "A2" is no word
_VOWELS = re.compile("[aiu23]+")
_AGAIN = re.compile(r"([^aeiou])\1+")
_ARTICLE = "ال"
_STOP = "3"
_TYPED_ARTICLE = re.compile("^[aei]l(?=.{3})")
_SHORTEST = 3  # letters that are left without an article

# A sound is one sign: x as in "loch", ğ as in "Paris", š, č, ž; a, i, u are vowels, 2 and 3 the stops in the throat.
_SAID = {
    **dict(zip("ابتحدرزسشصطعغفكلمنهيجخچژگ", "abthdrzsšst3ğfklmnhijxčžg", strict=True)),
    "و": "uw",
}
# Letters that are said in several ways: each gives skeletons of its own.
_WRITTEN: Mapping[str, Mapping[str, str]] = {
    "ar": {**_SAID, "ث": "ts", "ذ": "dzt", "ض": "d", "ظ": "zd", "ق": "k2", "پ": "b", "گ": "k"},
    "fa": {**_SAID, "ث": "s", "ذ": "z", "ض": "z", "ظ": "z", "ق": "ğ", "پ": "p"},
}
_TYPED_BOTH = {
    **{"sh": "š", "kh": "x", "gh": "ğ", "th": "t", "dh": "d", "ph": "f", "ou": "u", "oo": "u", "ee": "i"},
    **{"e": "a", "o": "u", "y": "i", "c": "k", "2": "2k", "5": "x", "6": "t", "7": "h", "8": "ğ"},
}
_MEANT: Mapping[str, Mapping[str, str]] = {
    "ar": {**_TYPED_BOTH, "ch": "š", "dj": "j", "v": "f", "p": "b", "q": "k", "g": "jkğ", "9": "ks"},
    "fa": {**_TYPED_BOTH, "ch": "č", "zh": "ž", "v": "w", "q": "ğ", "4": "č", "9": "ğ"},
}
_SIGNS = {
    language: re.compile("|".join(sorted(meant, key=lambda each: -len(each))) + "|.")
    for language, meant in _MEANT.items()
}
Sounds = Sequence[str]  # of each sound: the signs that it may be; empty where nothing is heard


# The article and what it is joined to, where people type them apart.
APART = {
    "ar": {
        **dict.fromkeys(("el", "al", "il", "l"), "ال"), **dict.fromkeys(("bel", "bil", "b", "bi"), "بال"),
        **dict.fromkeys(("lel", "lil"), "لل"), **dict.fromkeys(("fel", "fil", "fl"), "في"),
    }
}  # fmt: skip


def is_typed_so(surface: str) -> bool:
    """Whether a word is made of the letters and digits with which Arabic and Persian are typed in Latin."""
    return _TYPED.fullmatch(surface.casefold()) is not None


def has_digit(surface: str) -> bool:
    """Whether a digit stands for a letter in it: no other language is typed so."""
    return is_typed_so(surface) and not surface.isalpha()


def written(word: str, language: str) -> list[str]:
    """Skeletons of a word in Arabic letters; none if it has others."""
    return _skeletons(_as_written(word, language))


def typed(word: str, language: str) -> list[str]:
    """Skeletons of a word in Latin letters, the likeliest first."""
    return _skeletons(_as_typed(word, language))


@lru_cache(maxsize=1 << 14)  # a pure function; the same words come again and again
def slips(latin: str, word: str, language: str) -> int:
    """How many vowels and stops are typed otherwise than a word with the same skeleton has them; `FAR` at most."""
    pairs = product(_said(_as_typed(latin, language)), _said(_as_written(word, language)))
    return min((found for pair in pairs if (found := within(*pair, FAR)) is not None), default=FAR)


def _as_written(word: str, language: str) -> list[Sounds]:
    """A word, and what it is without its article."""
    plain = fold(word)
    if not _LETTERS.fullmatch(plain):
        return []
    apart = plain.removeprefix(_ARTICLE) if language == "ar" else plain
    forms = dict.fromkeys((plain, apart if len(apart) >= _SHORTEST else plain))
    return [_written(form, language) for form in forms]


def _as_typed(word: str, language: str) -> list[Sounds]:
    lower = word.casefold()
    apart = _TYPED_ARTICLE.sub("", lower, count=1) if language == "ar" else lower
    return [_typed(_AGAIN.sub(r"\1", form), language) for form in dict.fromkeys((lower, apart))]


def _said(words: Sequence[Sounds]) -> list[str]:
    """All ways to say a word; who types the stop means it."""
    return [each.replace(_STOP, 3 * _STOP) for sounds in words for each in _ways(sounds)]


def _ways(sounds: Sounds) -> Iterator[str]:
    return islice(map("".join, product(*(each or [""] for each in sounds))), _MOST)


def _written(plain: str, language: str) -> Sounds:
    said = _WRITTEN[language]
    sounds = [said.get(letter, "") for letter in plain]
    sounds[0] = {"و": "w", "ي": "y"}.get(plain[0], sounds[0])
    if plain[-1] == "ه" and len(plain) > 1:
        sounds[-1] = "ah"
    return sounds


def _typed(lower: str, language: str) -> Sounds:
    meant = _MEANT[language]
    if not (signs := _SIGNS[language].findall(lower)):
        return []
    sounds = [meant.get(sign, sign) for sign in signs]
    if signs[0] == "y":
        sounds[0] = "y"
    if len(signs) > 1 and signs[-1] == "h" and signs[-2] in {"a", "e"}:
        sounds[-1] = ""
    return sounds


def _skeletons(words: Sequence[Sounds]) -> list[str]:
    found = (_VOWELS.sub("", way) for sounds in words for way in _ways(sounds))
    return [each for each in dict.fromkeys(found) if each]
