# SPDX-License-Identifier: EUPL-1.2
"""The crew: who analyses documents before they are written. Where there are many, processes beside this one, so that all cores work.

Analysing is pure, so it needs no database and no transaction waits for it.
"""

import gc
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from dataclasses import replace
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from types import TracebackType

from django.conf import settings

from pristan.core.text import Analyser
from pristan.core.text.phrases import Phrases
from pristan.platform.search.analysis import analyser
from pristan.platform.search.encoded import Encoded
from pristan.platform.search.encoding import encode_all
from pristan.platform.search.knowledge import knowledge
from pristan.platform.search.port import IndexDocument

MANY = 1500  # things from which more processes are worth their start
_MOST = 4  # processes
# Words that a process remembers: all of a large city in some languages, at most some 80 MB, and it ends with the load.
_MEMORY = 1 << 18
_SLICE = 250  # documents that a process is given at once

_given: list[tuple[Analyser, Phrases]] = []  # to a process beside the main one, when it begins

Ready = Callable[[], list[IndexDocument]]


class Crew(AbstractContextManager["Crew"]):
    """Analyses the documents of about ``number`` things."""

    def __init__(self, number: int) -> None:
        hands = _hands()
        self._pool = _pool(hands) if number >= MANY and hands else None
        self.ahead = (
            2 if self._pool else 0
        )  # pieces of work that are worth handing in before the first is fetched

    def begin(self, documents: Sequence[IndexDocument]) -> Ready:
        """Begin to analyse; what it returns waits until the documents are done and gives them back, in order."""
        if self._pool is None:
            return lambda: analysed(documents)
        slices = [documents[start : start + _SLICE] for start in range(0, len(documents), _SLICE)]
        try:
            begun = [(each, self._pool.submit(_encoded, each)) for each in slices]
        except BrokenProcessPool:  # it was noticed already that a process is gone
            return lambda: analysed(documents)
        return lambda: [document for each, future in begun for document in _fetched(each, future)]

    def hands(self) -> list[int]:
        """The ids of its processes."""
        return [*self._pool._processes] if self._pool else []

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


def _hands() -> int:
    """How many processes there are cores for, beside this one, which is busy writing."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores - 1, _MOST)


def analysed(documents: Sequence[IndexDocument]) -> list[IndexDocument]:
    """The documents, analysed by this process."""
    new = [each for each in documents if not each.encoded]
    made = iter(_encoded(new))
    return [each if each.encoded else replace(each, encoded=next(made)) for each in documents]


def _encoded(documents: Sequence[IndexDocument]) -> list[Encoded]:
    tools = _given[0] if _given else (analyser(), knowledge().phrases)
    return encode_all(documents, *tools)


def _with(documents: Sequence[IndexDocument], made: Sequence[Encoded]) -> list[IndexDocument]:
    return [replace(each, encoded=encoded) for each, encoded in zip(documents, made, strict=True)]


def _fetched(documents: Sequence[IndexDocument], future: "Future[list[Encoded]]") -> list[IndexDocument]:
    if future.cancel():  # no process has begun with them: better than to wait for it
        return analysed(documents)
    try:
        return _with(documents, future.result())
    except BrokenProcessPool:  # somebody stopped a process, or there was no memory for it
        return analysed(documents)


def _pool(hands: int) -> ProcessPoolExecutor:
    lemmas = Path(settings.LEMMA_CACHE)
    # Not forked: a copy of a process with threads and open databases is no clean beginning.
    return ProcessPoolExecutor(
        hands, mp_context=get_context("spawn"), initializer=_start, initargs=(lemmas, knowledge().path)
    )


def _start(lemmas: Path, phrases: Path) -> None:
    """A process begins: with the very word lists and expressions that this one uses, and with nothing else."""
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _given.append((Analyser(lemmas, memory=_MEMORY), Phrases(phrases, memory=_MEMORY)))
    gc.freeze()


def _leave_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever."""
    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)
