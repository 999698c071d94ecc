# SPDX-License-Identifier: EUPL-1.2
"""The words of danger (`crisis/`) as files: a sign with a misspelled sense would never be seen, and nobody would know."""

from collections.abc import Container, Iterator
from pathlib import PurePosixPath
from typing import Any

from pristan.city.taxonomy.letters import faults
from pristan.city.taxonomy.lexicon import Lexicon
from pristan.city.taxonomy.search import COMMON
from pristan.platform.packs.files import KeyPath, PackFiles
from pristan.platform.packs.problems import Problem

NEEDS = "needs"  # where COMMON names needs, not senses


def check(files: PackFiles, lexicon: Lexicon, needs: Container[str]) -> Iterator[Problem]:
    """Senses and needs that are none, and letters that are wrong."""
    for source in files.under("crisis"):
        strings = list(_strings(source.data))
        yield from source.problems
        if source.data is not None and not isinstance(source.data, dict):
            mend = "Look at its neighbours in this folder."
            yield Problem(source.path, 1, "this file has another form than it should", mend)
        language = PurePosixPath(source.path).stem
        for keys, text in strings:
            if language != COMMON:
                for fault in faults(text, language, is_hidden=True):
                    yield Problem(source.path, source.line(*keys), fault.what, fault.mend)
            elif keys[:1] == (NEEDS,):
                if text not in needs:
                    mend = "Check the spelling against concepts/needs.yaml."
                    yield Problem(source.path, source.line(*keys), f"`{text}` is no need", mend)
            elif text not in lexicon.topics:
                what = f"`{text}` is no sense of the lexicon, so this danger is not seen by it"
                mend = "Check the spelling against lexicon/senses/."
                yield Problem(source.path, source.line(*keys), what, mend)


def _strings(data: Any, keys: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """All texts in lists and maps, each with the way to it."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(value, (*keys, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _strings(value, (*keys, at))
    elif data is not None:
        yield keys, str(data)
