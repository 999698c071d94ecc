# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why. Of what people ask for: numbers, and texts that were looked for in vain on several days (see `signals`)."""

from pristan.platform.privacy.retention import Delete, Ends, Keep, Retention
from pristan.platform.search.models import Count, Lesson, Row, Term, Unmatched
from pristan.platform.search.signals import KEPT_COUNTS, KEPT_UNMATCHED

PUBLIC = Keep("words of public content; goes when the content is withdrawn or a newer version replaces it")
LEARNED = Keep(
    "which words of public content translate each other, each seen in several places; made anew as content changes"
)
COUNTED = Delete(
    KEPT_COUNTS, "how often a need was asked for on a day: a city compares years; nobody can be seen in it"
)
UNMATCHED = Delete(
    KEPT_UNMATCHED, "a text that nothing matched, unreadable until its fifth day: editors see what is missing"
)

RETENTION: Retention = {
    Row: dict.fromkeys(("id", "thing", "language", "since", "until", "name", "tokens", "lengths"), PUBLIC),
    Term: dict.fromkeys(("language", "term", "since", "docs", "surface", "reversed"), PUBLIC),
    Lesson: dict.fromkeys(("since", "words"), LEARNED),
    Count: dict.fromkeys(("day", "language", "subject", "number"), COUNTED),
    Unmatched: dict.fromkeys(("digest", "language", "days", "last_day", "text"), UNMATCHED),
}
ENDS: Ends = {
    Count: lambda before: Count.objects.filter(day__lt=before.date()),
    Unmatched: lambda before: Unmatched.objects.filter(last_day__lt=before.date()),
}
