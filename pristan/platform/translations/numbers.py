# SPDX-License-Identifier: EUPL-1.2
"""The numbers that stand in a text, so that a translation and its original can be compared."""

import re
import unicodedata
from collections import Counter

# Up to here a number is also a month with a name, or is spelled in letters.
SMALL = 12
_DIGITS = re.compile(r"\d+")
_NO_MINUTES = re.compile(r"(?<=\d)[.,:٫]0+(?!\d)")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,'’٬ \u00a0\u202f]\d{3})+(?!\d)")


def differences(original: str, translation: str) -> tuple[list[int], list[int]]:
    """The numbers that only the original has, and those that only the translation has.

    ``1.234,50``, ``1,234.50`` and ``١٬٢٣٤٫٥٠`` are the same, and so are ``9:00`` and ``9``. Small ones may be words elsewhere.
    """
    first, second = _numbers(original), _numbers(translation)
    if first == second:
        return [], []
    # Which points and spaces part thousands depends on the language: told apart, or together, they must agree.
    whole = _numbers(_joined(original)), _numbers(_joined(translation))
    if whole[0] == whole[1]:
        return [], []
    lost, new = sorted(first - second), sorted(second - first)
    if lost and new:  # one became another
        return lost, new
    return [number for number in lost if number > SMALL], [number for number in new if number > SMALL]


def _numbers(text: str) -> Counter[int]:
    plain = _NO_MINUTES.sub("", _western(text))
    return Counter(int(digits[:40]) for digits in _DIGITS.findall(plain))


def _joined(text: str) -> str:
    return _THOUSANDS.sub(lambda found: re.sub(r"\D", "", found[0]), _western(text))


def _western(text: str) -> str:
    """Digits of every script as 0-9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)
