# SPDX-License-Identifier: EUPL-1.2
"""The forms of all values that a text could hold: to be compared with what is known by its digest only."""

import re
from collections.abc import Callable, Collection, Iterator
from urllib.parse import unquote

from pristan.core.traces import forms
from pristan.core.traces.forms import Form

_ENCODED = re.compile(r"(?:%[0-9a-fA-F]{2})+")


def lines(text: str, lengths: Collection[int], is_known: Callable[[str], bool]) -> list[int]:
    """The lines (from 1) in which begins a number, an e-mail address, or a run of so many words whose form is known.

    Forms are handed over as ``str(form(value))``.
    """
    plain = forms.clean(_ENCODED.sub(lambda found: unquote(found[0]).replace("\n", " "), text))
    starts = {start for start, form in _all(plain, lengths) if is_known(form)}
    return sorted({plain.count("\n", 0, start) + 1 for start in starts})


def _all(text: str, lengths: Collection[int]) -> Iterator[tuple[int, str]]:
    for found in forms.EMAIL.finditer(text):
        yield found.start(), str(Form("email", (found[0].casefold(),)))
    for found in forms.PHONE.finditer(text):
        yield from ((found.start(), str(Form("phone", (each,)))) for each in _tails(found[0]))
    words = forms.words(text)
    stems = [word for word, _ in words]
    for length in lengths:
        for at in range(len(words) - length + 1):
            yield words[at][1], "words " + " ".join(stems[at : at + length])


def _tails(run: str) -> set[str]:
    """The tail of a number, and of each number in a run of groups: two of them may stand side by side."""
    groups = re.split(r"[^\d]+", run)
    ends = ("".join(groups[: at + 1]) for at in range(len(groups)))
    return {forms.tail(each) for each in ends if len(each) >= forms.TAIL}
