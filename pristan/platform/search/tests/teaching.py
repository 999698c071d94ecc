# SPDX-License-Identifier: EUPL-1.2
"""A small made thesaurus: enough needs, senses and words of danger to see how questions meet documents."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Lessons:
    """A source of knowledge (see `knowledge.Source`) that a test writes down. `words`: meaning -> language -> expressions, parted by commas."""

    words: dict[str, dict[str, str]] = field(default_factory=dict)
    above: dict[str, tuple[str, ...]] = field(default_factory=dict)
    light: tuple[str, ...] = ()
    dangers: dict[str, list[list[list[str]]]] = field(default_factory=dict)
    shown: dict[str, list[list[list[str]]]] = field(default_factory=dict)
    calm: tuple[str, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()

    def digest(self) -> str:
        """Changes with any word."""
        return hashlib.sha256(
            repr((self.words, self.above, self.light, self.dangers, self.shown, self.calm)).encode()
        ).hexdigest()

    def expressions(self) -> Iterable[tuple[str, str, str]]:
        """(language, expression, meaning)."""
        for meaning, languages in self.words.items():
            for language, given in languages.items():
                yield from ((language, text.strip(), meaning) for text in given.split(","))

    def unshown(self) -> Iterable[tuple[str, str]]:
        """What is heard and never shown."""
        return self.hidden

    def broader(self) -> Mapping[str, tuple[str, ...]]:
        """Meaning -> the meanings right above it."""
        return self.above

    def danger(self) -> Mapping[str, Any]:
        """Signs of danger, and what is calm, in meanings."""
        return {"signs": self.dangers, "calm": list(self.calm)}

    def signs(self) -> Iterable[tuple[str, list[list[str]]]]:
        """(meaning, sign)."""
        return [(name, sign) for name, signs in self.shown.items() for sign in signs]

    def general(self) -> Iterable[str]:
        """Meanings that say little."""
        return self.light


TOWN_WORDS = Lessons(
    words={
        "n:housing": {"en": "housing", "sl": "bivanje", "sq": "strehim"},
        "n:rent": {
            "en": "renting a flat, rent a flat", "sl": "najem stanovanja", "sq": "qira e banesës, marr me qira",
            "de": "Wohnung mieten", "ar": "استئجار شقة", "ru": "снять квартиру",
        },
        "n:language-course": {
            "en": "language course", "sl": "tečaj slovenščine, jezikovni tečaj", "sq": "kurs gjuhe, kurs i sllovenishtes",
            "de": "Sprachkurs", "bs": "tečaj jezika, kurs jezika", "tr": "dil kursu",
        },
        "s:doctor": {
            "en": "doctor, physician", "sl": "zdravnik", "sq": "mjek, doktor", "de": "Arzt", "bs": "ljekar, liječnik, doktor",
            "mk": "лекар", "uk": "лікар", "ru": "врач", "ar": "طبيب", "fa": "پزشک", "tr": "doktor", "fr": "médecin", "es": "médico",
        },
        "s:want": {"en": "search, look for", "sl": "iskati", "sq": "kërkoj, dua", "de": "suchen"},
        "s:child": {"en": "child", "sl": "otrok", "sq": "fëmijë", "bs": "dijete", "de": "Kind"},
        "s:touch": {"en": "touch", "sl": "dotikati se", "sq": "prek"},
        "s:statistics": {"en": "statistics", "sl": "statistika"},
        "x:strong:violence": {"en": "my husband beats me", "sl": "mož me tepe", "sq": "burri më rreh", "bs": "muž me tuče"},
        "x:weak:fire": {"en": "fire", "sl": "požar", "sq": "zjarr"},
        "x:weak:violence": {"en": "violence", "sl": "nasilje"},
        "x:strong:child": {"en": "my child is missing"},
        "x:verbatim:violence": {"en": "broke my arm"},
        "x:harmless": {"en": "I broke my"},
        "x:calm": {"en": "course, insurance, extinguisher", "sl": "tečaj, zavarovanje", "sq": "kurs"},
    },
    above={"n:rent": ("n:housing",), "n:housing": (), "n:language-course": ()},
    light=("s:want",),
    dangers={"violence": [[["s:touch"], ["s:child"]]]},
    calm=("s:statistics",),
)  # fmt: skip
