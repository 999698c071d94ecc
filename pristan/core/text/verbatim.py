# SPDX-License-Identifier: EUPL-1.2
"""Verbatim: expressions that are heard word by word, just as they are typed but for case and marks.

"He broke my arm" and "I broke my arm" have the same telling words; only the small ones and the endings say who did it. Such an
expression keeps all its words, their forms and their order. Three dots stand for any words between them, up to `WIDEST`.
"""

from collections.abc import Callable, Iterator, Sequence

from pristan.core.text.languages import family
from pristan.core.text.lemmas import typed
from pristan.core.text.words import tokenise

IDS = ("x:verbatim:", "x:harmless")  # ids whose expressions are heard so
GAP = "..."
WIDEST = 4
LONGEST = 8  # words of an expression; what stands in a gap is none
# Key -> its ids, and the words that may follow it, each between spaces (" of the "): one text is a tenth of a set, and there are thousands.
Look = Callable[[str], tuple[tuple[str, ...], str]]


def key(text: str, language: str) -> str:
    """Under which an expression lies in the trie of phrases."""
    forms = [
        form for part in text.split() for form in ([GAP] if part == GAP else _forms(tokenise(part), language))
    ]
    return " ".join([_begin(language), *forms[:LONGEST]])


def find(
    look: Look, surfaces: Sequence[str], language: str
) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    """(places, ids) of expressions in a text; words in a gap have no place."""
    forms, begin = _forms(surfaces, language), _begin(language)
    _, first = look(begin)
    for start, form in enumerate(forms):
        if f" {form} " in first:
            yield from _onwards(look, f"{begin} {form}", forms, (start,))


def _onwards(
    look: Look, reached: str, forms: Sequence[str], places: tuple[int, ...]
) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    """(places, ids) of what goes on from a key, whose words stand at these places."""
    ids, following = look(reached)
    if ids:
        yield places, ids
    at = places[-1] + 1
    if at < len(forms) and f" {forms[at]} " in following:
        yield from _onwards(look, f"{reached} {forms[at]}", forms, (*places, at))
    if f" {GAP} " in following:
        _, after = look(f"{reached} {GAP}")
        for place in range(at, min(at + WIDEST + 1, len(forms))):
            if f" {forms[place]} " in after:
                yield from _onwards(look, f"{reached} {GAP} {forms[place]}", forms, (*places, place))


def _begin(language: str) -> str:
    return f"{family(language)}!"


def _forms(surfaces: Sequence[str], language: str) -> list[str]:
    return [typed(surface.casefold(), language) for surface in surfaces]
