# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from datetime import timedelta

from django.db.models import Q

from pristan.platform.privacy.retention import Delete, Ends, Keep, Lapse, Lapses, Retention, Strip
from pristan.platform.reports import selectors, services
from pristan.platform.reports.lifecycle import LONGEST_OPEN
from pristan.platform.reports.models import Report

YEAR = timedelta(days=365)
ROW = Delete(YEAR, "a year after it was closed nobody asks what became of it")

RETENTION: Retention = {
    Report: {
        **dict.fromkeys(("uuid", "kind", "key", "language", "matters", "harm", "state", "answer"), ROW),
        "received_on": Delete(YEAR, "a day and no time, so that it cannot be matched with who was where"),
        **dict.fromkeys(("in_work_at", "solved_at", "not_solved_at"), ROW),
        "text": Strip(
            timedelta(days=90), "needed until what it says is mended; people may write about themselves"
        ),
        "contact": Strip(timedelta(0), "to ask back while it is open, and for nothing else"),
        "code": Keep("a keyed digest of a random code; says nothing without the code"),
    },
}
ENDS: Ends = {
    Report: lambda before: Report.objects.filter(Q(solved_at__lte=before) | Q(not_solved_at__lte=before)),
}
LAPSES: Lapses = {
    Report: Lapse(
        LONGEST_OPEN,
        "what nobody took up in half a year is not true any more, or was told again",
        open=lambda before: selectors.open_since(before.date()),
        close=services.run_out,
    ),
}
