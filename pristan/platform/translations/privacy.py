# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from pristan.platform.privacy.retention import Keep, Retention
from pristan.platform.translations.models import Text

RETENTION: Retention = {
    Text: {
        **dict.fromkeys(
            ("owner", "field", "language", "value", "state", "made_from"),
            Keep("public content: the text of a thing in another language"),
        ),
        "reviewed_by": Keep("opaque id of who vouches for the text; says no name"),
        "reviewed_at": Keep("when the text was reviewed"),
    },
}
