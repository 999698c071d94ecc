# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from pristan.platform.privacy.retention import Keep, Retention
from pristan.platform.published.models import Address, Dirty, Document, Edition, Sequence

PUBLIC = Keep("public content; goes when it is withdrawn or a newer version replaces it")
ORDER = Keep("bookkeeping of the read model; names public things by their ids")

RETENTION: Retention = {
    Document: dict.fromkeys(
        [
            "thing",
            "since",
            "until",
            "kind",
            "language",
            "slug",
            "sort_key",
            "letter",
            "body",
            "card",
            "facets",
            "digest",
        ],
        PUBLIC,
    ),
    Address: dict.fromkeys(("thing", "since", "until", "address", "role"), PUBLIC),
    Edition: dict.fromkeys(
        ("id", "version", "at", "number", "immediate", "pending", "settled", "settled_at", "words"), ORDER
    ),
    Sequence: dict.fromkeys(("number", "thing", "change", "at"), ORDER),
    Dirty: dict.fromkeys(("thing", "number"), ORDER),
}
