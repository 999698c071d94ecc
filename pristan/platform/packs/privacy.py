# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from pristan.platform.packs.models import LoadedThing, OpenConflict, PackLoad
from pristan.platform.privacy.retention import Keep, Retention

BASE = Keep("the base of the next load: digests and texts of public pack files")
RECORD = Keep("the record of loads; `actor` is a job's name or an opaque id")

RETENTION: Retention = {
    LoadedThing: dict.fromkeys(["kind", "key", "digests", "files", "is_archived"], BASE),
    OpenConflict: dict.fromkeys(
        ["kind", "key", "field", "path", "line", "value", "base", "is_hidden"],
        Keep("public words of a pack file until the conflict is settled or the next load"),
    ),
    PackLoad: dict.fromkeys(["stamp", "loaded_at", "actor", "pack", "summary"], RECORD),
}
