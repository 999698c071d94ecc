# SPDX-License-Identifier: EUPL-1.2
"""Write the live city back as a pack: files that nobody's edit touched keep every byte, the others their comments."""

import tempfile
from pathlib import Path

from pristan.platform.packs import loose
from pristan.platform.packs.models import LoadedThing
from pristan.platform.packs.things import sections

CHUNK = 500


class ExportRefused(Exception):
    """The target is not a place to write to; nothing was written."""


def export(target: Path) -> int:
    """Write all pack files of the live city into a new folder; return how many. The folder appears whole or not at all.

    Raises ExportRefused when the target exists and is not empty.
    """
    if target.exists() and any(target.iterdir() if target.is_dir() else [target]):
        raise ExportRefused(f"{target} is not empty. Name a new folder; nothing is ever overwritten.")
    files = render_all()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".export-") as name:
        for path, text in files.items():
            place = Path(name) / "out" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.encode("utf-8"))
        if target.exists():
            target.rmdir()
        (Path(name) / "out").replace(target)
    return len(files)


def render_all() -> dict[str, str]:
    """Path -> text of every file of the pack and thesaurus, as the city lives now."""
    files = loose.remembered()
    for section in sections():
        rows = list(LoadedThing.objects.filter(kind=section.kind, is_archived=False).order_by("id"))
        for start in range(0, len(rows), CHUNK):
            chunk = rows[start : start + CHUNK]
            keys = [row.key for row in chunk]
            live, withheld = section.live(keys), section.withheld(keys)
            for row in chunk:
                known = {path: files.get(path, text) for path, text in row.files.items()}
                if row.key in live and row.key not in withheld:
                    files |= section.render(row.key, live[row.key], known)
    return files
