# SPDX-License-Identifier: EUPL-1.2
"""What is the same in all forms of a value: an address inflected or shortened, a number with or without the code of its country."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pristan.core.text import fold

Kind = Literal["words", "phone", "email"]
WORD = re.compile(r"[^\W_]+")
EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
# Digits as people write telephone numbers; at least six, or it is no number that somebody could be reached by.
PHONE = re.compile(r"(?<![^\W_])[+(]?\d(?:[ \t\u00a0()./–-]*\d){5,}(?![^\W_])")
# Words that people leave out when they say where something is.
OPTIONAL = (
    r"(?:ulic|cest|trg|nabrež|nabrez|street|road|avenue|rua|praça|praca|štev|stev)[^\W\d_]*|pot|št|st|no|nr"
)
SHORTEST = 4  # letters that stay when an ending is taken away
TAIL = 6  # last digits of a number that are the same with and without the code of its country
_UNSEEN = re.compile("[\u00ad\u064b-\u065f\u200b-\u200f\u2060\ufeff]+")
_IS_OPTIONAL = re.compile(OPTIONAL, re.IGNORECASE)
_ENDINGS = ("ega", "emu", "ima", "imi", "ama", "ami", "ih", "im", "em", "om", "am", "ah", *"aeiou")
# Digits of Arabic and Persian texts.
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True)
class Form:
    """A kind of value, and its words as they are alike in every form. Of a number and of an e-mail address it is one."""

    kind: Kind
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind} {' '.join(self.words)}"


def form(value: str) -> Form:
    """The form of a value that somebody typed."""
    plain = clean(value).strip().translate(_DIGITS)
    if EMAIL.fullmatch(plain):
        return Form("email", (plain.casefold(),))
    if PHONE.fullmatch(plain):
        return Form("phone", (tail(plain),))
    found = [word for word, _ in words(plain)]
    return Form("words", tuple(found))


def clean(text: str) -> str:
    """The text without characters that nobody sees, each letter as one character. Lines stay lines."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


def words(text: str) -> list[tuple[str, int]]:
    """(word as it is alike in every form, where it begins), without those that people leave out, unless there are no others."""
    every = [(each[0], each.start()) for each in WORD.finditer(text)]
    telling = [each for each in every if not is_optional(each[0])] or every
    return [(stem(word), start) for word, start in telling]


@lru_cache(maxsize=1 << 16)  # a pure function; the same words stand in many texts
def is_optional(word: str) -> bool:
    """Do people leave this word out?"""
    return _IS_OPTIONAL.fullmatch(word) is not None


@lru_cache(maxsize=1 << 16)  # as above
def stem(word: str) -> str:
    """A word without case, accents and ending."""
    plain = fold(word).translate(_DIGITS)
    if plain.isalpha():
        for ending in _ENDINGS:
            if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST:
                return plain.removesuffix(ending)
    return plain


def tail(number: str) -> str:
    """The last digits of a number."""
    return "".join(each for each in number.translate(_DIGITS) if each.isdecimal())[-TAIL:]
