# SPDX-License-Identifier: EUPL-1.2
"""Garbage collection while a lot is made: what is there already is not looked through again and again.

Python's collector looks through all living objects each time their number has grown by a quarter. A load that holds a hundred
thousand entries in memory and makes millions of short-lived ones beside them would spend a third of its time there.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG = 50_000  # new objects after which the young ones are looked through; the old ones some hundred times less often


@contextmanager
def bulk() -> Iterator[None]:
    """What lives at the beginning is left alone to the end; circles among what is made here are still collected."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
