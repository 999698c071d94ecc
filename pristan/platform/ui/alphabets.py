# SPDX-License-Identifier: EUPL-1.2
"""The order of names in a list from A to Z, as readers of a language know it, and the letter each stands under.

Letters of the language's own script come first, names in other scripts behind them. A mark that an alphabet does not
count as a letter of its own (é in German, ё in Russian) changes nothing. A language that is not named here is sorted
by the letters that its script has anyway.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from anyascii import anyascii
from babel.core import get_global

LATIN: Final = tuple("abcdefghijklmnopqrstuvwxyz")
CYRILLIC: Final = tuple("абвгґдђѓеєжзѕиіїйјклљмнњопрстћќуўфхцчџшщъыьэюя")
ARABIC: Final = tuple("ءابپتثجچحخدذرزژسشصضطظعغفقكگلمنهوي")
PERSIAN: Final = tuple("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")
_SCRIPTS: Final = {"Latn": LATIN, "Cyrl": CYRILLIC, "Arab": ARABIC}

# What a language puts behind a letter of its script, two signs that are one letter among them.
_BEHIND: Final = {
    "sl": "c č ć, d đ, s š, z ž", "bs": "c č ć, d dž đ, l lj, n nj, s š, z ž", "tr": "c ç, g ğ, h ı, o ö, s ş, u ü",
    "sq": "c ç, d dh, e ë, g gj, l ll, n nj, r rr, s sh, t th, x xh, z zh", "es": "n ñ",
}  # fmt: skip
_SAME: Final = {
    "ar": {"ک": "ك", "ی": "ي", "ى": "ي", "ة": "ت"},
    "fa": {"ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه", "ە": "ه"},
}
# The Arabic article is not looked at, but for words that only begin like it.
_ARTICLE: Final = re.compile(r"ال(?!تماس|تحاق|تزام|تقاء|تهاب|تفاف|له\b)(?=\w{2})")
# Private code points: no name has them, and they stand behind digits and spaces.
_OWN, _OTHER, _LAST = 0xE000, 0xE100, "\uf000"
_LONGEST = 200


def sort_key(name: str, language: str) -> str:
    """A key to be stored: compared by code points, it sorts names as their readers expect, in any database."""
    return _order(language).key(name)


def letter(name: str, language: str) -> str:
    """The letter under which a name stands in the list; ``0-9`` for numbers, ``#`` for what has neither."""
    return _order(language).heading(name)


class _Order(dict[int, str]):
    """Where each letter stands in one language. A table for `str.translate`, filled as letters come."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        alphabet = _alphabet(language)
        self.places = _placed(alphabet, _OWN) | _placed(
            (each for script in _SCRIPTS.values() for each in script if each not in alphabet), _OTHER
        )
        self.headings = {place: each for each, place in self.places.items()}
        pairs = [each for each in alphabet if len(each) > 1]
        self.unknown = _LAST if alphabet else ""
        self.pairs = re.compile("|".join(pairs)) if pairs else None

    def __missing__(self, code: int) -> str:
        found = self[code] = self._place(chr(code))
        return found

    def key(self, name: str) -> str:
        folded = self._folded(name)
        if self.pairs:
            folded = self.pairs.sub(lambda found: self.places[found[0]], folded)
        return " ".join(folded.translate(self).split())[:_LONGEST]

    def heading(self, name: str) -> str:
        first = self.key(name)[:2].removeprefix(_LAST)[:1]
        if not first or first.isdigit():
            return "0-9" if first else "#"
        found = self.headings.get(first, first)
        return "İ" if self.language == "tr" and found == "i" else found.capitalize()

    def _folded(self, name: str) -> str:
        if self.language == "tr":
            name = name.replace("I", "ı").replace("İ", "i")
        elif self.language == "ar":
            name = _ARTICLE.sub("", name.lstrip(), count=1) if name.lstrip().startswith("ال") else name
        return unicodedata.normalize("NFC", name.casefold())

    def _place(self, character: str) -> str:
        character = _SAME.get(self.language, {}).get(character, character)
        if character in self.places:
            return self.places[character]
        if character in self.headings or character == " ":
            return character
        if not character.isalnum():
            return ""
        plain = unicodedata.normalize("NFD", character)[0]
        if plain != character:
            return self._place(plain)
        if character.isdigit():
            return str(unicodedata.digit(character))
        return (
            anyascii(character).casefold().translate(self)
            if character < "\u0250"
            else self.unknown + character
        )


@cache  # one for each language of a city
def _order(language: str) -> _Order:
    return _Order(language)


def _alphabet(language: str) -> tuple[str, ...]:
    if language == "fa":
        return PERSIAN
    likely = get_global("likely_subtags").get(language, "und_Latn").split("_")
    own = _SCRIPTS.get(likely[1], ())
    behind = {each.split()[0]: each.split() for each in _BEHIND.get(language, "").split(",") if each}
    return tuple(one for each in own for one in behind.get(each, [each]))


def _placed(letters: Iterable[str], first: int) -> dict[str, str]:
    return {each: chr(first + place) for place, each in enumerate(dict.fromkeys(letters))}
