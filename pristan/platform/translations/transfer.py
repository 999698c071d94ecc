# SPDX-License-Identifier: EUPL-1.2
"""Out to a translator and back: files of one format or the other, and what they change in a pack."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from pristan.platform.translations import importing, po, xliff
from pristan.platform.translations.exchange import ONLY, Exchanged, FileRefused, by_source, rows
from pristan.platform.translations.units import Place, Texts
from pristan.platform.translations.writing import write_all

LARGEST = 200_000_000


def exported(
    texts: Sequence[Texts], language: str, *, form: str, pack: str, only: Collection[str] = ONLY
) -> dict[str, bytes]:
    """Language of the originals -> file. A PO file holds all of them, under an empty name; nothing to translate: no file."""
    listed = [row for each in texts for row in rows(each.units, language, only)]
    if form == "po":
        return {"": po.write(listed, language, pack)} if listed else {}
    parts = by_source(listed)
    return {source: xliff.write(part, language, pack) for source, part in parts.items()}


def read(path: Path) -> Exchanged:
    """A file that came back. Raises FileRefused."""
    if path.stat().st_size > LARGEST:
        raise FileRefused(Place(str(path), 1), "the file is too large", "Import it in parts.")
    data = path.read_bytes()
    is_xml = data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<", b"\xff\xfe", b"\xfe\xff"))
    return xliff.read(data, str(path)) if is_xml else po.read(data, str(path))


def plan(given: Exchanged, texts: Sequence[Texts], *, is_vouched: bool) -> importing.Plan:
    """What a file changes, over all kinds of text."""
    return importing.plan(given, [unit for each in texts for unit in each.units], is_vouched=is_vouched)


def written(made: importing.Plan, texts: Sequence[Texts]) -> dict[Path, str]:
    """The files of the pack with what is planned."""
    found: dict[Path, str] = {}
    for each in texts:
        mine: Mapping[str, object] = {unit.id: unit for unit in each.units}
        found |= each.written(made.language, {key: said for key, said in made.said.items() if key in mine})
    return found


def carry_out(made: importing.Plan, texts: Sequence[Texts]) -> list[Path]:
    """Write all of it, or nothing; returns the files that changed."""
    return write_all(written(made, texts))
