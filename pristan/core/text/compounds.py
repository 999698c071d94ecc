# SPDX-License-Identifier: EUPL-1.2
"""Compounds: German writes as one word what others write as two or three ("Krankenversicherungskarte")."""

from collections.abc import Callable

_SHORTEST = 4  # letters of a part; shorter ones are found in too many words
_JOINTS = ("", "s", "es", "n", "en", "er")
Readings = Callable[[str, str], tuple[str, ...]]


def parts(word: str, language: str, readings: Readings) -> tuple[str, ...]:
    """The terms of the known words that a case-folded compound is made of, in order; empty if it is none.

    The longest known word at the end is split off first, as the end says what the thing is.
    """
    if language != "de" or len(word) < 2 * _SHORTEST + 1:
        return ()
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        if (last := readings(word[at:], language)) and (first := _first(word[:at], language, readings)):
            return (*first, last[0])
    return ()


def _first(front: str, language: str, readings: Readings) -> tuple[str, ...]:
    bares = [front.removesuffix(joint) for joint in _JOINTS if front.endswith(joint)]
    for bare in bares:
        if len(bare) >= _SHORTEST - 1 and (known := readings(bare, language)):
            return known[:1]
    return next(filter(None, (parts(bare, language, readings) for bare in bares)), ())
