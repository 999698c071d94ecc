# SPDX-License-Identifier: EUPL-1.2
"""Many files written as one: all of them, or none."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path


def write_all(files: Mapping[Path, str]) -> list[Path]:
    """Write files whose text differs from what is there; returns them. An error leaves every file as it was."""
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    wanted = {path: text.encode("utf-8") for path, text in files.items()}
    changed = [path for path, data in wanted.items() if data != before[path]]
    drafts = {path: path.with_name(f".{path.name}.{os.getpid()}.draft") for path in changed}
    made = _folders(changed)
    done: list[Path] = []
    try:
        for path, draft in drafts.items():
            draft.write_bytes(wanted[path])
        for path, draft in drafts.items():
            draft.replace(path)
            done.append(path)
    except BaseException:
        for path in done:
            _put_back(path, before[path])
        _clear(drafts.values())
        for folder in reversed(made):
            folder.rmdir()
        raise
    return changed


def _folders(paths: list[Path]) -> list[Path]:
    """Make the folders that lack; returns them, outer ones first."""
    lacking = sorted({folder for path in paths for folder in path.parents if not folder.exists()})
    for folder in lacking:
        folder.mkdir()
    return lacking


def _put_back(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink()
    else:
        path.write_bytes(data)


def _clear(drafts: Iterable[Path]) -> None:
    for draft in drafts:
        draft.unlink(missing_ok=True)
