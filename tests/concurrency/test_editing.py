# SPDX-License-Identifier: EUPL-1.2
"""Many people change the same entries at the same moment over HTTP: nobody's words are lost."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.conf import settings

from tests.concurrency import editors

PEOPLE, ROUNDS = 12, 2
ENTRIES = ["tecaj-1", "tecaj-2", "tecaj-3"]


def test_every_word_is_live_kept_or_waiting(served: Any) -> None:
    keys: Any = editors.ask(served, "sign-in", str(PEOPLE))
    worked = editors.work(served, keys, ENTRIES, rounds=ROUNDS, cookie=settings.SESSION_COOKIE_NAME)
    assert not worked.wrong
    assert len(worked.written) == PEOPLE * ROUNDS
    found: Any = editors.ask(served, "words")
    # Once each: published (its version is kept) or, where somebody was faster, waiting for a person to look at both.
    assert Counter([*found["kept"], *found["waiting"]]) == Counter(worked.written)
    assert found["kept"], "the first one of each entry is published"
    assert _all_is_shown(served), "no tick runs here: whoever sent also published"


def _all_is_shown(served: Any) -> bool:
    """In the end: what many sent at once is published beside the answers."""
    asked: Iterator[Any] = (editors.ask(served, "words") for _ in range(10))
    return any(not found["unseen"] for found in asked)
