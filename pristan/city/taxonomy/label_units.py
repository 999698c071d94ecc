# SPDX-License-Identifier: EUPL-1.2
"""The label of a concept as a unit for translators, and what a machine sees in its translations."""

from collections.abc import Iterator

from pristan.platform.packs.problems import Problem
from pristan.platform.packs.things import Thing
from pristan.platform.translations.checking import check
from pristan.platform.translations.units import Place, Said, Unit

KIND = "thesaurus"
LABELS = "labels."
LONGEST = 120


def problems(thing: Thing) -> Iterator[Problem]:
    """Letters, numbers and lengths of what pages show that are not right."""
    found = unit(thing)
    if found is None:
        return
    for language, said in found.said.items():
        for each in check(found, language, said):
            at = place(thing, language)
            yield Problem(at.path, at.line, f"`{said.text}`: {each.what}", each.mend, each.is_error)


def unit(thing: Thing, first: str = "") -> Unit | None:
    """The label in the first language, in English, or in any, with those in others. Its line is not looked up: that takes long."""
    labels = {
        name.removeprefix(LABELS): value for name, value in thing.fields.items() if name.startswith(LABELS)
    }
    own = next((language for language in (first, "en", *labels) if language in labels), "")
    if not own:
        return None
    said = {
        language: Said(label["pref"], label.get("state") == "human")
        for language, label in labels.items()
        if language != own
    }
    text, at = labels[own]["pref"], Place(thing.others[own].path, 1)
    return Unit(unit_id(thing), KIND, own, text, at, said, limit=LONGEST, is_tracked=False)


def unit_id(thing: Thing) -> str:
    """The id of its unit."""
    return f"label:{thing.key.replace('/', ':')}"


def place(thing: Thing, language: str) -> Place:
    """File and line of a label."""
    source = thing.others[language]
    return Place(source.path, source.line(thing.key.split("/")[1], "pref"))
