# SPDX-License-Identifier: EUPL-1.2
"""What projecting entries needs beyond the entries themselves, read once per run of a projector."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from pristan.city.directory import selectors
from pristan.city.directory.eligibility import Cells, covered
from pristan.city.directory.models import District, Entry
from pristan.city.taxonomy.selectors import Vocabulary, vocabulary
from pristan.platform.packs.models import PackLoad
from pristan.platform.translations.content import Translation, resolve

Text = dict[str, str]


@dataclass(frozen=True)
class Neighbour:
    """What a page shows of another entry."""

    key: str
    uuid: UUID
    kind: str
    slug: str
    code: str
    is_sensitive: bool
    language: str
    name: str

    @property
    def address(self) -> str:
        """The last part of its address: the code where its name must not be seen."""
        return self.code if self.is_sensitive else self.slug


@dataclass
class Context:
    """The city's record, the vocabulary, and the words of the languages it publishes in."""

    record: dict[str, Any]
    vocabulary: Vocabulary
    _covered: dict[tuple[str, ...], tuple[Cells, str]] = field(default_factory=dict)

    @cached_property
    def languages(self) -> list[str]:
        """All languages of the city."""
        return selectors.languages(self.record)

    @cached_property
    def chains(self) -> dict[str, tuple[str, ...]]:
        """Language -> languages to fall back to."""
        return {language: selectors.chain(self.record, language) for language in self.languages}

    @cached_property
    def unofficial(self) -> frozenset[str]:
        """Hosts that are copies or old domains: kept as a record, never offered as a link."""
        return frozenset(self.record.get("unofficial_hosts") or ())

    @cached_property
    def statuses(self) -> tuple[str, ...]:
        """The codes of all legal statuses that readers find explained."""
        return tuple(selectors.status_codes())

    def covered(self, codes: Sequence[str]) -> tuple[Cells, str]:
        """See `eligibility.covered`: for all statuses. Many services name the same codes."""
        key = tuple(codes)
        if key not in self._covered:
            self._covered[key] = covered(self.vocabulary, codes, self.statuses)
        return self._covered[key]

    @cached_property
    def districts(self) -> dict[str, str]:
        """District -> its name in the city's own language."""
        own = self.languages[0]
        return {row.key: row.record["name"].get(own, row.key) for row in District.objects.all()}

    def words(self, given: Mapping[str, str], language: str) -> tuple[str, str]:
        """The best of a map of language to text, and its language."""
        for each in (language, *self.chains[language], *given):
            if given.get(each):
                return given[each], each
        return "", language

    def text(self, given: Mapping[str, str], language: str, drafts: Collection[str] = ()) -> Text:
        """The best of a map of language to text, as a text with its state. ``drafts``: languages that a machine wrote."""
        text, own = self.words(given, language)
        read = "original" if own == self.languages[0] else "human"
        return {"text": text, "lang": own, "state": "draft" if own in drafts else read}


def context() -> Context:
    """Read it now. Raises CityMissing."""
    record = selectors.city().record
    spoken = {other for own in selectors.languages(record) for other in (own, *selectors.chain(record, own))}
    return Context(record, _vocabulary(frozenset(spoken)))


# The vocabulary as the newest load left it: read once per process and load, not once per edit. Ends with the next load.
_kept: dict[tuple[frozenset[str], UUID], Vocabulary] = {}


def _vocabulary(spoken: frozenset[str]) -> Vocabulary:
    stamp = PackLoad.objects.order_by("-pk").values_list("stamp", flat=True).first()
    if stamp is None:
        return vocabulary(spoken)
    if (spoken, stamp) not in _kept:
        made = vocabulary(spoken)
        _kept.clear()
        _kept[spoken, stamp] = made
    return _kept[spoken, stamp]


@dataclass
class Words:
    """The texts of one entry for a reader of one language."""

    originals: Mapping[str, tuple[str, str]]
    rows: Mapping[tuple[str, str], Translation]
    language: str
    chain: Sequence[str]

    def get(self, path: str) -> Text | None:
        """The text at a path with its language and state; None where the entry says nothing."""
        original = self.originals.get(path)
        return resolve(path, original, self.rows, self.language, self.chain) if original else None


def neighbours(keys: Sequence[str]) -> dict[str, Neighbour]:
    """Key -> what pages show of these entries; only published ones."""
    columns = ("key", "uuid", "kind", "slug", "code", "is_sensitive", "language", "name", "text_languages")
    found: dict[str, Neighbour] = {}
    for start in range(0, len(keys), 500):
        rows = Entry.objects.published().with_keys(keys[start : start + 500]).values_list(*columns)
        found |= {row[0]: _neighbour(*row) for row in rows}
    return found


def _neighbour(
    key: str,
    uuid: UUID,
    kind: str,
    slug: str,
    code: str,
    is_sensitive: bool,
    language: str,
    name: str,
    text_languages: Mapping[str, str],
) -> Neighbour:
    return Neighbour(key, uuid, kind, slug, code, is_sensitive, text_languages.get("name", language), name)
