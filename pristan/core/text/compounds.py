# SPDX-License-Identifier: EUPL-1.2
"""Compounds: German writes as one word what others write as two or three ("Krankenversicherungskarte")."""

from collections.abc import Callable, Iterator

_SHORTEST = 4  # letters of a part; shorter ones are found in too many words
_DEEPEST = 2  # times that a compound is split: it, and what it is made of
# Shorter words that do make compounds.
_SHORT = """
akt alm amt arm art bad bau bio bus ehe eis gas hof hut job kur lob mut not ohr ort öko öl pkw rad rat rot see tag tat tee tod
ton tor tür uhr weg zoo zug fuß
"""
# Known as words, but at the end of another one they are how it is bent, or what makes a noun or an adjective of it.
_ENDINGS = """
ache achen affe affen aren bart barten chen einig einige einigen elbe elle ellen ende enden ender endes eren ering fung gien
iker ikern innen isch ische ischen ischer isches kunft lein login loginnen lose losen loses nisch nische nischen nisse nissen
omme ommen rinn rinnen samt schaft schaften schen sches stag stags sten ster stern stes tand tiger toff trasse
"""
_WORDS, _NO_WORDS = frozenset(_SHORT.split()), frozenset(_ENDINGS.split())
_JOINTS = ("", "s", "es", "n", "en", "er")
Readings = Callable[[str, str], tuple[str, ...]]
Split = tuple[str, str]  # two words of which a compound is made


def parts(word: str, language: str, readings: Readings) -> tuple[str, ...]:
    """The terms of the known words that a case-folded compound is made of, and of what those are made of; empty if it is none."""
    return tuple(dict.fromkeys(_parts(word, language, readings, _DEEPEST))) if language == "de" else ()


def _parts(word: str, language: str, readings: Readings, depth: int) -> Iterator[str]:
    for part in _split(word, language, readings, depth):
        yield from readings(part, language)[:1]
        if depth > 1:
            yield from _parts(part, language, readings, depth - 1)


def _split(word: str, language: str, readings: Readings, depth: int) -> Split | tuple[()]:
    """Of all ways to part it, the one whose shorter word is the longest; of such, the one with the longer end."""
    found: Split | tuple[()] = max(_splits(word, language, readings, depth), key=_evenness, default=())
    return found


def _evenness(split: Split) -> tuple[int, int]:
    front, end = split
    return min(len(front), len(end)), len(end)


def _splits(word: str, language: str, readings: Readings, depth: int) -> Iterator[Split]:
    for at in range(3, len(word) - 2):
        front, end = word[:at], word[at:]
        if _is_part(end) and end not in _NO_WORDS and readings(end, language):
            for bare in (front.removesuffix(joint) for joint in _JOINTS if front.endswith(joint)):
                if _is_part(bare) and (
                    readings(bare, language) or (depth > 1 and _split(bare, language, readings, depth - 1))
                ):
                    yield bare, end


def _is_part(word: str) -> bool:
    return len(word) >= _SHORTEST or word in _WORDS
