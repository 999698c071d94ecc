# SPDX-License-Identifier: EUPL-1.2
"""How far each language is: counted from the files, never written down by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field

from pristan.platform.translations.units import STATES, Unit


@dataclass
class Standing:
    """Texts of one kind in one language: how many in each state, and their characters (of missing ones: the original's)."""

    language: str
    kind: str
    texts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(STATES, 0))
    characters: dict[str, int] = field(default_factory=lambda: dict.fromkeys(STATES, 0))

    def add(self, state: str, length: int) -> None:
        """Count one text."""
        self.texts[state] += 1
        self.characters[state] += length

    def plain(self) -> dict[str, object]:
        """As plain data."""
        return asdict(self)


def status(units: Iterable[Unit], languages: Sequence[str]) -> list[Standing]:
    """One standing for each language and kind, in the order of the languages."""
    found: dict[tuple[str, str], Standing] = {}
    for unit in units:
        for language in languages:
            standing = found.setdefault((language, unit.kind), Standing(language, unit.kind))
            said = unit.said.get(language)
            standing.add(
                unit.state(language), len(said.text if said and language != unit.language else unit.text)
            )
    return sorted(found.values(), key=lambda each: languages.index(each.language))
