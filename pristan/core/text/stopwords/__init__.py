# SPDX-License-Identifier: EUPL-1.2
"""Function words: what a question is full of and what no entry is about. One file per language; add a file, and it counts.

A file has one constant, `WORDS`. Leave in what changes the meaning of a need: "without" (papers), "not", "no", numbers.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from pristan.core.text.languages import family
from pristan.core.text.lemmas import typed


@cache  # a file never changes while the program runs
def function_words(language: str) -> frozenset[str]:
    """The function words of a language as they are typed (folded, in Latin letters); empty where there is no file."""
    name = f"{__name__}.{family(language)}"
    if not language.isalpha() or find_spec(name) is None:
        return frozenset()
    return frozenset(typed(word, language) for word in import_module(name).WORDS.split())
