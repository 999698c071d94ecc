# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why. What people ask for is not kept at all."""

from pristan.platform.privacy.retention import Keep, Retention
from pristan.platform.search.models import Row, Term

PUBLIC = Keep("words of public content; goes when the content is withdrawn or a newer version replaces it")

RETENTION: Retention = {
    Row: dict.fromkeys(("id", "thing", "language", "since", "until", "name", "tokens", "lengths"), PUBLIC),
    Term: dict.fromkeys(("language", "term", "since", "docs", "surface", "reversed"), PUBLIC),
}
