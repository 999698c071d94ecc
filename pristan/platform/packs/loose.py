# SPDX-License-Identifier: EUPL-1.2
"""Files of a pack that no single thing owns, so that an export gives back the whole folder: a README, and what many things share.

The labels of a language hold hundreds of concepts: kept with each of them, they would fill the database.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pristan.platform.packs.files import PackFiles
from pristan.platform.packs.models import LoadedThing
from pristan.platform.packs.things import Thing

KIND, KEY = "file", "loose"
LARGEST = 1_000_000  # bytes; what is larger is no text that a clerk wrote


def read(files: PackFiles, things: Iterable[Thing]) -> dict[str, str]:
    """Path -> text of all text files that belong to no thing or to several. Of the others, hidden, large and binary ones are left out."""
    owned: set[str] = set()
    found: dict[str, str] = {}
    for thing in things:
        texts = thing.texts()
        found |= {path: text for path, text in texts.items() if path in owned}
        owned.update(texts)
    for root in (files.pack, files.thesaurus):
        for path, place in _plain(root) if root else ():
            if place not in owned and (text := _text(path)) is not None:
                found[place] = text
    return found


def remember(texts: Mapping[str, str]) -> None:
    """Keep them, in place of those of the last load."""
    LoadedThing.objects.update_or_create(
        kind=KIND, key=KEY, defaults={"digests": {}, "files": dict(texts), "is_archived": False}
    )


def remembered() -> dict[str, str]:
    """Path -> text of those that the last load found."""
    return LoadedThing.objects.filter(kind=KIND, key=KEY).values_list("files", flat=True).first() or {}


def _plain(root: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(root.rglob("*")):
        place = path.relative_to(root)
        if path.is_file() and not any(part.startswith(".") for part in place.parts):
            yield path, f"{root.name}/{place.as_posix()}"


def _text(path: Path) -> str | None:
    try:
        text = path.read_bytes().decode("utf-8") if path.stat().st_size <= LARGEST else None
    except (OSError, UnicodeDecodeError):
        return None
    return None if text is None or "\0" in text else text
