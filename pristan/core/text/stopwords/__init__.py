# SPDX-License-Identifier: EUPL-1.2
"""Function words: what a question is full of and what no entry is about. One file per language; add a file, and it counts.

A file has three constants. `WORDS` are dropped: leave in what changes the meaning of a need ("without" papers, "not", numbers). `LIGHT`
are kept and count little. `WISHES` are those of WORDS that say all where life is in danger ("want" to die, "cannot" breathe).
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from pristan.core.text.languages import family
from pristan.core.text.lemmas import typed


def function_words(language: str) -> frozenset[str]:
    """The function words of a language as they are typed (folded, in Latin letters); empty where there is no file."""
    return _words(language, "WORDS")


@cache
def light_words(language: str) -> frozenset[str]:
    """Words that count, but little: "not", "again", "soon", "get"; as they are typed."""
    return _words(language, "LIGHT") - _words(language, "WORDS")


def wishes(language: str) -> frozenset[str]:
    """Function words that are not to be dropped from words of danger."""
    return _words(language, "WISHES")


@cache  # a file never changes while the program runs
def _words(language: str, constant: str) -> frozenset[str]:
    name = f"{__name__}.{family(language)}"
    if not language.isalpha() or find_spec(name) is None:
        return frozenset()
    words: str = getattr(import_module(name), constant, "")
    return frozenset(typed(word, language) for word in words.split())
