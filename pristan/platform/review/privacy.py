# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from pristan.platform.privacy.retention import Held, Keep, Retention
from pristan.platform.review.models import Comment, Decision, Proposal, Purge, Trust, Version

WHO = Keep("an opaque id: which hand it was, without a name")
WHEN = Keep("to read the record in its order")
THING = Keep("about a public entry, not about a person")

RETENTION: Retention = {
    Proposal: {
        **dict.fromkeys(("uuid", "token"), Keep("opaque")),
        **dict.fromkeys(
            ("kind", "key", "is_new", "organization", "base", "wanted", "source", "harm", "state"), THING
        ),
        "comment": Keep("words about a public entry; part of its history, purged like it"),
        "author": WHO,
        **dict.fromkeys(
            ("draft_at", "submitted_at", "accepted_at", "accepted_in_part_at", "refused_at", "withdrawn_at"),
            WHEN,
        ),
    },
    Decision: {
        **dict.fromkeys(("proposal", "field", "is_accepted", "reason"), THING),
        "decided_by": WHO,
        "decided_at": WHEN,
    },
    Comment: {
        **dict.fromkeys(
            ("proposal", "text"), Keep("words about a public entry; part of its history, purged like it")
        ),
        "author": WHO,
        "at": WHEN,
    },
    Trust: {
        **dict.fromkeys(("organization", "field"), THING),
        "given_by": WHO,
        **dict.fromkeys(("given_at", "ended_at"), WHEN),
    },
    Version: {
        **dict.fromkeys(("kind", "key", "number", "before", "after", "cause", "why", "proposal"), THING),
        **dict.fromkeys(("actor_kind", "actor"), WHO),
        "at": WHEN,
    },
    Purge: {
        **dict.fromkeys(("uuid", "kind", "key", "reason", "state", "removed", "left"), THING),
        **dict.fromkeys(
            ("digest", "length"),
            Keep("knows the value again where a file brings it back; without the city's key nobody reads it"),
        ),
        **dict.fromkeys(("asked_by", "done_by"), WHO),
        **dict.fromkeys(("asked_at", "done_at", "withdrawn_at", "overwritten_at"), WHEN),
    },
}
HELD: Held = {
    Proposal: lambda person: Proposal.objects.filter(author=str(person)),
    Comment: lambda person: Comment.objects.filter(author=str(person)),
    Decision: lambda person: Decision.objects.filter(decided_by=str(person)),
    Purge: lambda person: Purge.objects.filter(asked_by=str(person)),
}
