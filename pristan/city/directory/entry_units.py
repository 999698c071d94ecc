# SPDX-License-Identifier: EUPL-1.2
"""The texts of one entry as units for translators, and what a machine sees in their translations."""

from collections.abc import Iterator, Mapping
from typing import Any

from pristan.city.directory import translated
from pristan.city.directory.unseen import bad_character
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.things import Thing
from pristan.platform.translations.checking import EMPTY, HIDDEN, Finding, check
from pristan.platform.translations.content import Original, originals
from pristan.platform.translations.units import STALE, Place, Said, Unit

KIND = "entries"
# Names stand in lists, headings and titles of windows.
LONGEST_NAME = 300
_NAMES = ("name", "office")
NOWHERE = Place("", 0)  # of an entry as it lives, not as a file holds it


def problems(thing: Thing, keys: Mapping[str, set[str]], names: set[str]) -> Iterator[Problem]:
    """Numbers, letters and lengths of translations that are not right. What is stale waits for a translator as it is."""
    for unit in units(thing):
        for language, said in unit.said.items():
            if unit.state(language) == STALE or not isinstance(said.text, str):
                continue
            for found in check(unit, language, said):
                if not _is_told(found, said.text):
                    path = unit.id.split(":")[-1]
                    where = f"{translated.PREFIX}{language}.{path}"
                    what = f"`{path}`: {found.what}"
                    yield thing.problem(where, what, found.mend, is_error=found.is_error)


def _is_told(found: Finding, text: str) -> bool:
    """Is it told already, where the file is read or of every text of an entry?"""
    bad = bad_character(text)
    return found.code == EMPTY or (found.code == HIDDEN and bool(bad) and bad in found.what)


def units(thing: Thing) -> Iterator[Unit]:
    """The texts of one entry."""
    words = translated.by_language(thing.fields)
    own = {name: value for name, value in thing.fields.items() if not translated.is_translation(name)}
    for path, (language, text) in originals(own, str(own["language"])).items():
        at = thing.problem(path, "", "")
        translations = {other: said(found[path]) for other, found in words.items() if path in found}
        yield unit(thing.key, path, (language, text), translations, Place(at.path, at.line))


def unit(
    key: str, path: str, original: Original, translations: Mapping[str, Said], place: Place = NOWHERE
) -> Unit:
    """One text of an entry, with how long it may be and how freely it may be said."""
    language, text = original
    name = path.rstrip(".0123456789").rpartition(".")[2]
    return Unit(
        f"entry:{key}:{path}",
        KIND,
        language,
        text,
        place,
        translations,
        limit=LONGEST_NAME if name in _NAMES else 0,
        is_free=name == "alternate_names",
    )


def said(value: Mapping[str, Any]) -> Said:
    """A translation as its fields hold it."""
    return Said(value["text"], value["state"] == "human", value["made_from"])
