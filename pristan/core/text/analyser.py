# SPDX-License-Identifier: EUPL-1.2
"""The analyser: a text becomes the terms under which it is found. One way for documents and for queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pristan.core.text import compounds, verbs
from pristan.core.text.characters import normalise
from pristan.core.text.languages import family, primary
from pristan.core.text.lemmas import Lemmas, term, typed
from pristan.core.text.scripts import is_cyrillic
from pristan.core.text.stems import without_attached, without_ending
from pristan.core.text.stopwords import function_words, light_words, wishes
from pristan.core.text.words import tokenise


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as it stands there, and its terms (more than one where it can be read as several words)."""

    surface: str
    terms: tuple[str, ...]
    is_function_word: bool = False
    parts: tuple[str, ...] = ()  # terms of the words that a compound is made of
    is_light: bool = False  # says little of what a question is about
    is_wish: bool = False  # a function word that is not to be dropped from words of danger


class Analyser:
    """Words and terms of texts in any language; known languages have lemmas, stems and function words.

    `lemma_cache`: the directory of the compiled word lists (see `lemmas.build`). `memory`: how many words are remembered, some
    0.3 KB each. Thread-safe.
    """

    def __init__(self, lemma_cache: Path, *, memory: int = 1 << 15) -> None:
        self._lemma_cache, self._lemmas = lemma_cache, Lemmas(lemma_cache)
        # Memories of pure functions, bounded; they end with the analyser.
        self._word = lru_cache(maxsize=memory)(self._analyse)
        self._known = lru_cache(maxsize=memory)(self._is_known)

    def remembering(self, words: int) -> "Analyser":
        """One over the same word lists that remembers so many words: for whoever reads a lot at once."""
        other = Analyser(self._lemma_cache, memory=words)
        other._lemmas = self._lemmas
        return other

    def words(self, text: str, language: str) -> list[Word]:
        """The words that carry meaning, in order. Function words are dropped, unless nothing else remains."""
        language = primary(language)
        words = [word for surface in tokenise(text) if (word := self._word(surface, language)).terms]
        return [word for word in words if not word.is_function_word] or words

    def word(self, surface: str, language: str) -> Word:
        """One word as a word of this language (see `Word`); function words as well."""
        return self._word(surface, primary(language))

    def is_known(self, surface: str, language: str) -> bool:
        """Whether the word lists or the function words of a language have this word."""
        return self._known(surface, primary(language))

    def _is_known(self, surface: str, language: str) -> bool:
        lower = normalise(_lower(surface, language))
        plain = typed(lower, language)
        return plain in function_words(language) or any(
            self._lemmas.readings(form, language) for form in (lower, plain, *_bare(plain, language))
        )

    def forms(self, form: str, language: str) -> tuple[str, ...]:
        """Terms of the words that the word list of a language has under this very form (case-folded); often none."""
        return self._lemmas.readings(form, language)

    def terms(self, text: str, language: str) -> list[str]:
        """The terms of a text in order, repeated as they occur."""
        return [each for word in self.words(text, language) for each in word.terms]

    def _analyse(self, surface: str, language: str) -> Word:
        lower = normalise(_lower(surface, language))
        plain = typed(lower, language)
        readings = tuple(self._readings(lower, plain, language))
        parts = compounds.parts(lower, language, self._lemmas.readings)
        return Word(
            surface, readings, plain in function_words(language), parts,
            plain in light_words(language), plain in wishes(language),
        )  # fmt: skip

    def _readings(self, lower: str, plain: str, language: str) -> Iterable[str]:
        # The Serbian list has few Cyrillic forms, and not all readings of them: the Latin ones come first.
        forms = (plain, lower) if family(language) == "bs" and is_cyrillic(lower) else (lower, plain)
        told = [*self._verbs(lower, plain, language)]
        for form in (*forms, *_bare(plain, language), *_umlauts(plain, language)):
            if known := self._lemmas.readings(form, language):
                return dict.fromkeys((*known, *told))
        if told and language == "de":
            return told
        stemmed = term((without_attached(plain, language) or [lower])[0], language, is_lemma=False)
        return (next(iter(_umlauts(stemmed, language)), stemmed), *told) if stemmed else ()

    def _verbs(self, lower: str, plain: str, language: str) -> Iterable[str]:
        """Terms of the verb that this may be a form of (see `verbs`)."""
        for form in (verbs.whole(lower, language), *verbs.perfect(plain, language)):
            yield from self._lemmas.readings(form, language)[:1] if form else ()


def _lower(surface: str, language: str) -> str:
    """Lower case as the language has it: a Turkish capital I is dotless."""
    return (surface.replace("I", "ı").replace("İ", "i") if language == "tr" else surface).casefold()


def _bare(plain: str, language: str) -> list[str]:
    """A word without what is written onto its front or its end, as word lists may have it."""
    return without_attached(plain, language) or without_ending(plain, language)


def _umlauts(plain: str, language: str) -> list[str]:
    """German typed without umlaut keys: `maedchen` -> `madchen`, as the umlaut itself is folded."""
    if language != "de" or not any(pair in plain for pair in ("ae", "oe", "ue")):
        return []
    return [plain.replace("ae", "a").replace("oe", "o").replace("ue", "u")]
