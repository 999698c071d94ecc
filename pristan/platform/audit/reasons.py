# SPDX-License-Identifier: EUPL-1.2
"""The words that somebody typed as a reason. They never stand in the trail, which nobody can change: an app keeps them in a row of
its own, from which a value can be removed for good, and says here how they are found again.

In its ``apps.py``::

    reasons.register("entry", moves.reasons)
"""

from collections.abc import Callable, Iterable, Mapping

from pristan.platform.audit.models import AuditEntry

# Entries about things of one kind -> the words, by the number of the entry.
Reasons = Callable[[Iterable[AuditEntry]], Mapping[int, str]]

_kept: dict[str, Reasons] = {}


def register(about_kind: str, reasons: Reasons) -> None:
    """Called by an app when it is ready."""
    _kept[about_kind] = reasons


def of(entries: Iterable[AuditEntry]) -> dict[int, str]:
    """Number of an entry -> the reason that was typed, where it is still there."""
    by_kind: dict[str, list[AuditEntry]] = {}
    for each in entries:
        by_kind.setdefault(each.about_kind, []).append(each)
    found: dict[int, str] = {}
    for kind, some in by_kind.items():
        if kind in _kept:
            found |= _kept[kind](some)
    return found
