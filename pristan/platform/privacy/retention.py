# SPDX-License-Identifier: EUPL-1.2
"""The words in which an app says, for each field of its models, whether it is kept, stripped or deleted.

In the app's ``privacy.py``::

    RETENTION = {
        Visit: {
            **dict.fromkeys(("place", "held_on"), Keep("counts how many came")),
            "note": Strip(after=timedelta(days=90), why="needed until the case is closed"),
        },
    }
    NOT_ABOUT_PERSONS = {Rule: {"legal_status": "which statuses a service is for"}}
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Model


@dataclass(frozen=True)
class Keep:
    """The value stays as long as its row. ``why`` says what it is needed for, and why that harms nobody."""

    why: str


@dataclass(frozen=True)
class Strip:
    """The value is emptied ``after`` this time from the end of its matter; the row stays."""

    after: timedelta
    why: str


@dataclass(frozen=True)
class Delete:
    """The whole row is deleted ``after`` this time from the end of its matter."""

    after: timedelta
    why: str


Fate = Keep | Strip | Delete
Retention = Mapping[type[Model], Mapping[str, Fate]]
Allowance = Mapping[type[Model], Mapping[str, str]]
