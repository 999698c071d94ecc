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
    ENDS = {Visit: lambda before: Visit.objects.filter(closed_at__lte=before)}
    LAPSES = {Visit: Lapse(after=timedelta(days=180), why="nobody waits longer", open=visits_open_since, close=close_unheld)}

And, of what is about somebody who works here::

    HELD = {Visit: lambda person: Visit.objects.filter(counsellor=person)}
    SECRET = {User: {"password": "opens the account"}}
    BLANKS = {User: {"email": lambda user: f"{user.uuid.hex}@erased.invalid"}}
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet


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


@dataclass(frozen=True)
class Lapse:
    """A matter that nobody ends is closed ``after`` this time, so that Strip and Delete come to run.

    ``open``: the rows that are open and have been since before an instant. ``close(row, actor=..., at=...)`` ends one of them, inside a transaction.
    """

    after: timedelta
    why: str
    open: Callable[[datetime], "Rows"]
    close: Callable[..., None]


Fate = Keep | Strip | Delete
Retention = Mapping[type[Model], Mapping[str, Fate]]
Allowance = Mapping[type[Model], Mapping[str, str]]

Rows = QuerySet[Any, Any]
# The rows whose matter had ended at an instant: from then on the time of Strip and Delete runs.
Ends = Mapping[type[Model], Callable[[datetime], Rows]]
# How matters end that people could leave open for good.
Lapses = Mapping[type[Model], Lapse]
# The rows about a person who works here, by the public id of the account: what an export gives and an erasure strips.
Held = Mapping[type[Model], Callable[[UUID], Rows]]
# Fields that an export names and does not give, and why.
Secret = Mapping[type[Model], Mapping[str, str]]
# What stands in a stripped field that may be neither empty nor null.
Blanks = Mapping[type[Model], Mapping[str, Callable[[Any], Any]]]
