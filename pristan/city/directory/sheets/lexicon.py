# SPDX-License-Identifier: EUPL-1.2
"""What words of a cell mean: labels of the vocabulary in every language, names of languages, yes and no, names of organisations."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pristan.city.directory import selectors
from pristan.city.directory.models import Entry
from pristan.city.directory.models.entry import KINDS
from pristan.city.taxonomy.selectors import Vocabulary, vocabulary
from pristan.core.text import fold
from pristan.platform.ui.languages import name_in

CHAIN = ("en", "sl")
ANSWERS: dict[str, str | Promise] = {"yes": _("yes"), "no": _("no"), "partly": _("partly")}


def same(text: str) -> str:
    """The form in which two ways of writing the same are equal."""
    return " ".join(fold(text).split())


def in_all(words: str | Promise) -> Iterator[str]:
    """A text of the interface in each of its languages."""
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield str(words)


@dataclass
class Lexicon:
    """Read once for a whole sheet. ``language``: that of the clerk; words of all others are understood, too."""

    language: str
    words: Vocabulary = field(default_factory=vocabulary)

    def ids(self, scheme: str) -> dict[str, str]:
        """Label, other name or id -> id. A preferred label wins over another concept's other name."""
        if scheme not in self._ids:
            self._ids[scheme] = self._read(scheme)
        return self._ids[scheme]

    def label(self, scheme: str, key: str) -> str:
        """What a concept is called in the clerk's language."""
        return self.words.label(scheme, key, self.language, CHAIN)[0]

    def choices(self, scheme: str) -> list[str]:
        """The labels from which a cell may choose."""
        return [self.label(scheme, each.concept) for each in self.words.concepts(scheme)]

    @cached_property
    def _ids(self) -> dict[str, dict[str, str]]:
        return {}

    def _read(self, scheme: str) -> dict[str, str]:
        other: dict[str, str] = {}
        preferred: dict[str, str] = {}
        for concept in self.words.concepts(scheme):
            key = concept.concept
            preferred[same(key)] = key
            for words in self.words.words.get((scheme, key), {}).values():
                preferred.setdefault(same(words.pref), key)
                other |= {same(each): key for each in words.alt}
        return other | preferred

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Word -> kind of entry."""
        known = {same(kind): kind for kind in KINDS}
        return {word: key for word, key in self.ids("kinds").items() if key in KINDS} | known

    @cached_property
    def languages(self) -> dict[str, str]:
        """Name or code -> code of a language that people are served in."""
        spoken = selectors.spoken()
        found = {same(name_in(code, each)): code for each, _name in settings.LANGUAGES for code in spoken}
        return found | {code: code for code in spoken}

    @cached_property
    def answers(self) -> dict[str, str]:
        """Word -> yes, no, partly."""
        return {same(each): key for key, words in ANSWERS.items() for each in (key, *in_all(words))}

    @cached_property
    def organizations(self) -> dict[str, tuple[str, str]]:
        """Name or key -> (name, key) of the organisations that have an entry."""
        rows = Entry.objects.present().filter(kind="organization").values_list("name", "key")
        named = {same(name): (name, key) for name, key in rows}
        return named | {key: (name, key) for name, key in rows}

    @cached_property
    def country(self) -> str:
        """Where a number without a country code is dialled."""
        return selectors.country()

    @cached_property
    def currency(self) -> str:
        """In which prices are, where a cell does not say."""
        return selectors.currency()
