# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from pristan.city.taxonomy.models import Concept, Labels
from pristan.platform.privacy.retention import Keep, Retention

PUBLIC = Keep("public vocabulary")

RETENTION: Retention = {
    Concept: dict.fromkeys(
        [
            "key",
            "uuid",
            "scheme",
            "concept",
            "position",
            "broader",
            "related",
            "icon",
            "scope_note",
            "matches",
            "is_deprecated",
            "is_archived",
            "replaced_by",
        ],
        PUBLIC,
    ),
    Labels: dict.fromkeys(["concept", "language", "pref", "alt", "hidden", "ambiguous", "state"], PUBLIC),
}
