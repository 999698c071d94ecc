# SPDX-License-Identifier: EUPL-1.2
"""The list behind the page of sources: every host once, with how often and from when it is cited."""

from typing import Any
from urllib.parse import urlsplit

from pristan.city.directory.context import Context
from pristan.city.directory.models import Source


def source_list(shared: Context) -> list[dict[str, Any]]:
    """Hosts cited by published entries, most cited first: host, count of statements, newest date, whether offered as a link."""
    found: dict[str, dict[str, Any]] = {}
    rows = Source.objects.filter(entry__state="published").values_list("url", "date", "kind")
    for url, date, kind in rows.order_by("url", "date").iterator(5000):
        host = urlsplit(url).hostname if url else None
        if not host:
            continue
        row = found.setdefault(
            host,
            {
                "host": host,
                "count": 0,
                "newest": "",
                "kind": kind,
                "is_offered": host not in shared.unofficial,
            },
        )
        row["count"] += 1
        row["newest"] = max(row["newest"], date)
    return sorted(found.values(), key=lambda row: (-row["count"], row["host"]))
