# SPDX-License-Identifier: EUPL-1.2
"""Finds values in texts and plain data, in all their forms, and takes them out.

Forms: inflected and shortened ("na Tobačni 5" for "Tobačna ulica 5"), without accents, in another case, with signs that
nobody sees, in the address of a web page; a number in groups, with or without the code of its country.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote_plus, urlsplit

from pristan.core.text import fold
from pristan.core.traces import forms

GONE = "…"
_BEFORE, _AFTER, _BETWEEN = r"(?<![^\W_])", r"(?![^\W_])", r"[\W_]+"
# May stand between two letters of a word and is not seen: soft hyphens, joiners, and marks that belong to a letter.
_UNSEEN = "[\u00ad\u0300-\u036f\u064b-\u065f\u200b-\u200f\u2060\ufeff]*"
_FLAGS = re.IGNORECASE | re.DOTALL
_LONG = 4  # letters from which on a word may be inflected at its end
_SIGNS = r"[ \t\u00a0()./–-]*"
_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_ENCODED = re.compile(r"[^\s<>\"']*%[0-9a-f]{2}[^\s<>\"']*", re.IGNORECASE)


@dataclass(frozen=True)
class Finder:
    """Looks for one or several values; ``parts`` look for a telling word of them alone."""

    pattern: re.Pattern[str]
    parts: re.Pattern[str]

    def stands_in(self, value: Any) -> bool:
        """Does it stand anywhere in plain data? Keys of maps are not looked at: they are names of fields."""
        if isinstance(value, str):
            return bool(self.pattern.search(value)) or (
                "%" in value and bool(self.pattern.search(unquote_plus(value)))
            )
        if isinstance(value, dict):
            return any(map(self.stands_in, value.values()))
        return isinstance(value, list | tuple) and any(map(self.stands_in, value))

    def without(self, value: Any) -> Any:
        """The same plain data, with a sign of omission where it stood; of a web page's address only the host stays."""
        if isinstance(value, dict):
            return {key: self.without(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.without(item) for item in value]
        if not isinstance(value, str) or not self.stands_in(value):
            return value
        shortened = _ADDRESS.sub(self._host, value)
        decoded = _ENCODED.sub(lambda found: GONE if self.stands_in(found[0]) else found[0], shortened)
        return self.pattern.sub(GONE, decoded)

    def _host(self, found: re.Match[str]) -> str:
        if not self.stands_in(found[0]):
            return found[0]
        return urlsplit(found[0])._replace(path="/", query="", fragment="").geturl()


def finder(values: Iterable[str]) -> Finder | None:
    """Finds any of the values; None where there is none to be found."""
    known = [each for each in values if forms.form(each).words]
    if not known:
        return None
    patterns = "|".join(_pattern(each) for each in known)
    telling = "|".join(part for each in known for part in _parts(each))
    return Finder(re.compile(patterns, _FLAGS), re.compile(telling, _FLAGS))


def _pattern(value: str) -> str:
    kind = forms.form(value).kind
    if kind == "phone":
        return _number(value)
    if kind == "email":
        return rf"(?<![\w.+%-]){re.escape(value.strip())}{_AFTER}"
    every = [each[0] for each in forms.WORD.finditer(value)]
    telling = [each for each in every if not forms.is_optional(each)] or every
    left_out = rf"{_BETWEEN}(?:(?:{forms.OPTIONAL}){_BETWEEN})*"
    return _begun(left_out.join(map(_word, telling))) + _AFTER


def _begun(pattern: str) -> str:
    """A pattern that no letter stands before. What begins with a set of letters is looked for ten times as fast."""
    first, end, rest = pattern.partition("]")
    return f"{first}{end}(?<![^\\W_].){rest}" if first.startswith("[") else _BEFORE + pattern


def _parts(value: str) -> list[str]:
    """Of words, those that say something alone; of a number and an e-mail address, all of it."""
    if forms.form(value).kind != "words":
        return [_pattern(value)]
    every = [each[0] for each in forms.WORD.finditer(value)]
    long = [each for each in every if each.isalpha() and len(each) > _LONG and not forms.is_optional(each)]
    return [_begun(_word(each)) for each in long or every]


def _word(word: str) -> str:
    if not word.isalpha() or len(word) < _LONG - 1:
        return _letters(word)
    if len(word) <= _LONG:
        return _letters(word) + r"[^\W\d_]{0,2}"
    shortest = min(len(forms.stem(word)), len(word) - 1)
    return _letters(word[:shortest]) + r"[^\W\d_]{0,4}"


def _letters(word: str) -> str:
    return _UNSEEN.join(map(_letter, word)) + _UNSEEN


def _letter(letter: str) -> str:
    """A letter in all its spellings, a digit in all scripts."""
    if letter.isdecimal():
        return f"[{re.escape(letter)}{_spellings()[str(int(letter))]}]"
    plain = fold(letter)
    if len(plain) != 1:
        return f"(?:{re.escape(letter)}|{re.escape(plain)})"
    return f"[{re.escape(letter)}{re.escape(plain)}{_spellings()[plain]}]"


@cache  # a pure function of the tables of Unicode
def _spellings() -> dict[str, str]:
    """A plain letter or digit -> all characters that readers take as the same."""
    found: dict[str, str] = defaultdict(str)
    for code in (*range(0xC0, 0x250), *range(0x400, 0x530), *range(0x620, 0x6FB), *range(0x1E00, 0x1F00)):
        character = chr(code)
        plain = str(int(character)) if character.isdecimal() else fold(character)
        if len(plain) == 1 and plain != character and character.isalnum():
            found[plain] += character
    return found


def _number(value: str) -> str:
    """Any way to write a number: what may be the code of a country, and the zero in its place, may be there or not."""
    digits = "".join(str(int(each)) for each in value if each.isdecimal())
    is_international = value.strip().startswith(("+", "00"))
    own = digits.removeprefix("00") if is_international else digits.lstrip("0")
    if is_international:
        own = own[max(0, min(3, len(own) - forms.TAIL)) :].lstrip("0") or own
    code = rf"(?:(?:\+|00)?{_SIGNS}(?:\d{_SIGNS}){{1,3}})?"
    return rf"(?<![\w+]){code}\(?0?\)?{_SIGNS}{_SIGNS.join(map(_letter, own))}(?!\d)"
