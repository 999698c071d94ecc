# SPDX-License-Identifier: EUPL-1.2
"""How it stands with the texts of entries in one language: which were read by a person, which wait, and what waits most."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pristan.city.directory import reading, translated
from pristan.city.directory.entry_units import said, unit
from pristan.city.directory.fields import FIELDS, Rows
from pristan.city.directory.models import Entry
from pristan.city.directory.models.entry import EntryQuerySet
from pristan.platform.translations.content import HUMAN, Translation, digest, originals
from pristan.platform.translations.selectors import texts_in
from pristan.platform.translations.units import DRAFT, REVIEWED, STALE, Unit

# The fields in which texts for readers stand: nothing else of an entry is read for its translations.
TEXTS: Final = frozenset(
    {
        "language", "name", "alternate_names", "summary", "phones", "contacts", "locations", "schedule", "costs", "documents",
        "eligibility", "funding", "procedure", "right", "status", "other_statements",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """One text: its original, and what stands for it in the language of whoever reads it."""

    path: str
    unit: Unit
    value: str
    state: str


@dataclass(frozen=True)
class Line:
    """One entry of the list. ``read`` of ``total`` translated texts were read by a person as they are."""

    entry: Entry
    read: int
    unread: int
    stale: int
    needs: int

    @property
    def total(self) -> int:
        """The texts that exist in this language."""
        return self.read + self.unread + self.stale

    @property
    def urgency(self) -> tuple[Any, ...]:
        """The most harmful first: who could be in danger, what says what was so, what many look for, then by name."""
        return (not self.entry.is_sensitive, not self.stale, -self.needs, self.entry.name, self.entry.key)


def of(key: str, fields: Mapping[str, Any], language: str) -> Iterator[Reading]:
    """The texts of an entry that are not written in this language, in the order of its fields."""
    words = translated.by_language(fields).get(language, {})
    own = {name: value for name, value in fields.items() if not translated.is_translation(name)}
    for path, (original, text) in originals(own, str(own["language"])).items():
        if original == language or not text.strip():
            continue
        told = {language: said(words[path])} if path in words else {}
        made = unit(key, path, (original, text), told)
        yield Reading(path, made, told[language].text if told else "", made.state(language))


def fields_of(entry: Entry) -> dict[str, Any]:
    """What :func:`of` needs of one entry."""
    (whole,) = _loaded(Entry.objects.filter(pk=entry.pk), TEXTS)
    return reading.read(whole, TEXTS) | translated.live([entry.uuid]).get(entry.uuid, {})


def lines(entries: EntryQuerySet, language: str) -> list[Line]:
    """All published entries of these with a text in this language, the most harmful first."""
    rows = texts_in(language)
    names = {"needs", *(path.split(".")[0] for texts in rows.values() for path in texts)}
    found = _loaded(entries.published(), names)
    made = (_line(entry, rows[entry.uuid], names, language) for entry in found if entry.uuid in rows)
    return sorted((line for line in made if line.total), key=lambda line: line.urgency)


def _loaded(entries: EntryQuerySet, names: Collection[str]) -> list[Entry]:
    """The entries with what reading needs; rows of which an entry has one come with it."""
    one = [each.related for each in FIELDS if isinstance(each, Rows) and each.is_one and each.name in names]
    return reading.loaded(entries.select_related(*one), names)


def _line(entry: Entry, rows: Mapping[str, Translation], names: Collection[str], language: str) -> Line:
    fields: Mapping[str, Any] = reading.read(entry, names)
    states = [
        _state(rows[path], made)
        for path, (original, made) in originals(fields, entry.language).items()
        if original != language and path in rows and made.strip()
    ]
    needs = len(fields.get("needs") or ())
    return Line(entry, states.count(REVIEWED), states.count(DRAFT), states.count(STALE), needs)


def _state(row: Translation, text: str) -> str:
    if row.made_from != digest(text):
        return STALE
    return REVIEWED if row.state == HUMAN else DRAFT
