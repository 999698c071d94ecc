# SPDX-License-Identifier: EUPL-1.2
"""Tries on disk that all workers map: a file appears under its name only when it is whole."""

import os
from pathlib import Path

from marisa_trie import BytesTrie


def save(trie: BytesTrie, path: Path) -> int:
    """Write a trie, and the folder if it is not there; how many bytes it takes. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    try:
        trie.save(str(draft))
        size = draft.stat().st_size
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return size
