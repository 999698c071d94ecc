# SPDX-License-Identifier: EUPL-1.2
"""A plan in the languages that stand side by side on paper: the reader's, then the city's own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from pristan.city.orientation import answers, plans, wishes
from pristan.city.orientation.rulebook import Rulebook, rulebook
from pristan.doors.web import selectors
from pristan.doors.web.catalogue import Catalogue
from pristan.doors.web.page import Page
from pristan.platform.ui.languages import direction, name_in
from pristan.platform.ui.templatetags.ui import numbers_in_order

Given = Mapping[str, Any]
Text = dict[str, str]


@dataclass(frozen=True)
class Side:
    """The plan in one language. ``steps`` in order, ``bodies``: the documents of their entries, by address."""

    language: str
    catalogue: Catalogue
    book: Rulebook
    steps: Sequence[Given]
    bodies: Mapping[str, Given]

    def text(self, given: Given | None) -> Text | None:
        """A text of the read model for paper: with a label where it is in another language."""
        return self.words(given["text"], given["lang"]) if given else None

    def words(self, words: str, lang: str = "", *, is_name: bool = False) -> Text:
        """Words in a language (this side's own unless told). Names are as they are: they get no label."""
        lang = lang or self.language
        is_foreign = lang != self.language
        label = name_in(lang, self.language) if is_foreign and not is_name else ""
        shown = self.kept_together(words) if is_name else numbers_in_order(words, lang)
        return {"text": shown, "lang": lang, "label": label}

    def kept_together(self, name: str) -> str:
        """A name, an address, a number: left to right and in one piece inside words that run the other way."""
        return f"\u2066{name}\u2069" if direction(self.language) == "rtl" else name


def sides(page: Page, told: Given, *, is_whole: bool) -> list[Side]:
    """One side for readers of the city's own language, else two. ``is_whole``: with the documents of the steps."""
    return list(_sides(page, told, is_whole))


def _sides(page: Page, told: Given, is_whole: bool) -> Iterator[Side]:
    for language in dict.fromkeys([page.language, page.catalogue.local]):
        is_own = language == page.language
        shared = page.catalogue.given if is_own else selectors.catalogue(language, page.version)
        with translation.override(language):
            book = rulebook(language, page.version)
            made = plans.plan(book, wishes.precise(book, answers.read(told, book, page.today)))
        steps = plans.to_do(made)
        slugs = [each["slug"] for each in steps]
        bodies = selectors.documents(language, slugs, page.version) if is_whole else {}
        yield Side(language, Catalogue(shared or page.catalogue.given), book, steps, bodies)
