# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from pristan.platform.facts.models import Opening, Reading
from pristan.platform.facts.openings import KEPT
from pristan.platform.privacy.retention import Delete, Ends, Keep, Retention

RETENTION: Retention = {
    Reading: {
        **dict.fromkeys(
            ("fact", "subject", "on", "taken_at", "source", "dimensions", "is_withheld"),
            Keep("which measure, of when, from where; says nothing of persons"),
        ),
        "cells": Keep(
            "numbers; small ones stay hidden for readers, and the next table is hidden in their light"
        ),
    },
    Opening: dict.fromkeys(
        ("day", "thing", "language", "number"),
        Delete(KEPT, "numbers without persons, address or time of day; their month has been read by then"),
    ),
}
ENDS: Ends = {Opening: lambda before: Opening.objects.filter(day__lt=before.date())}
