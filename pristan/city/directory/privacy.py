# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from datetime import timedelta

from pristan.city.directory import models
from pristan.platform.privacy.retention import Delete, Ends, Held, Keep, Retention

PUBLIC = Keep(
    "public content of the directory, with its sources; archived when it leaves, removed only by a purge"
)
EDITORIAL = Keep("remarks of editors about public content; never published; no persons stand in them")
ROLE = Keep("a role such as `city editor`, never a name")

WISH = Keep("the wish must hold as long as nobody takes it back; people stand in it as opaque ids")
SENT = Delete(timedelta(0), "a sheet that is looked at before it is written; its day is over after 24 hours")

RETENTION: Retention = {
    models.Refusal: dict.fromkeys(
        ["key", "reason", "since", "given_by", "took", "ended_at", "ended_by"], WISH
    ),
    models.City: dict.fromkeys(["key", "namespace", "time_zone", "is_official", "record"], PUBLIC),
    models.District: dict.fromkeys(["key", "record"], PUBLIC),
    models.Holidays: dict.fromkeys(["key", "record"], PUBLIC),
    models.Letters: dict.fromkeys(["key", "record"], PUBLIC),
    models.Parameter: dict.fromkeys(["key", "record"], PUBLIC),
    models.Circle: dict.fromkeys(["key", "record"], PUBLIC),
    models.Entry: dict.fromkeys(
        [
            "state",
            "draft_at",
            "in_review_at",
            "published_at",
            "withdrawn_at",
            "archived_at",
            "changed_at",
            "key",
            "uuid",
            "code",
            "slug",
            "kind",
            "language",
            "text_languages",
            "name",
            "summary",
            "organization_name",
            "organization_key",
            "website",
            "email",
            "is_free",
            "is_open_to_all",
            "is_sensitive",
            "is_location_secret",
            "confidence",
            "as_of",
            "as_of_basis",
            "recheck_reason",
            "to_be_confirmed",
        ],
        PUBLIC,
    )
    | {"editors": EDITORIAL},
    models.Contact: dict.fromkeys(["entry", "position", "name", "email", "phone", "remark"], PUBLIC),
    models.EntryAddress: dict.fromkeys(["entry", "position", "slug", "role"], PUBLIC),
    models.Relation: dict.fromkeys(["entry", "position", "type", "to"], PUBLIC),
    models.AlternateName: dict.fromkeys(["entry", "position", "name"], PUBLIC),
    models.ConceptUse: dict.fromkeys(["entry", "position", "scheme", "concept"], PUBLIC),
    models.Phone: dict.fromkeys(["entry", "position", "number", "remark", "as_of"], PUBLIC),
    models.Location: dict.fromkeys(
        ["uuid", "address_1", "postal_code", "city", "country", "latitude", "longitude", "district"], PUBLIC
    ),
    models.ServiceAtLocation: dict.fromkeys(
        ["entry", "position", "location", "remark", "is_verified"], PUBLIC
    ),
    models.Schedule: dict.fromkeys(
        [
            "entry",
            "text",
            "weekly",
            "is_always",
            "by_appointment",
            "on_holidays",
            "as_of",
            "valid_from",
            "valid_to",
            "exceptions",
        ],
        PUBLIC,
    ),
    models.CostOption: dict.fromkeys(["entry", "position", "option", "amount", "currency", "text"], PUBLIC),
    models.RequiredDocument: dict.fromkeys(["entry", "position", "text"], PUBLIC),
    models.Language: dict.fromkeys(["entry", "position", "code"], PUBLIC),
    models.Funding: dict.fromkeys(["entry", "position", "text"], PUBLIC),
    models.Attribute: dict.fromkeys(["entry", "position", "name", "value"], PUBLIC),
    models.Eligibility: dict.fromkeys(
        [
            "entry",
            "text",
            "legal_status",
            "legal_status_named",
            "age_min",
            "age_max",
            "residence",
            "insurance",
            "remark",
            "other",
        ],
        PUBLIC,
    ),
    models.Procedure: dict.fromkeys(
        [
            "entry",
            "category",
            "applies_to",
            "prerequisites",
            "prerequisites_mode",
            "prerequisites_strength",
            "deadline",
            "place",
            "legal_basis",
            "unlocks",
            "plan",
        ],
        PUBLIC,
    ),
    models.Right: dict.fromkeys(["entry", "code", "cells"], PUBLIC),
    models.Status: dict.fromkeys(
        ["entry", "code", "is_overlay", "is_minor", "not_with", "proof", "next", "legal_basis"], PUBLIC
    ),
    models.Source: dict.fromkeys(
        ["entry", "position", "url", "date", "kind", "content_not_before", "note"], PUBLIC
    ),
    models.FieldProvenance: dict.fromkeys(
        ["entry", "position", "field", "sources", "as_of", "confidence"], PUBLIC
    ),
    models.OtherStatement: dict.fromkeys(
        ["entry", "position", "field", "text", "said_by", "sources", "as_of", "confidence"], PUBLIC
    ),
    models.SheetDraft: dict.fromkeys(
        ["uuid", "owner", "language", "rows", "choices", "outcome", "sent_at", "ends_at"], SENT
    ),
    models.Verification: dict.fromkeys(["entry", "verified_on", "how", "next_on"], PUBLIC)
    | {"verified_by": ROLE},
}

ENDS: Ends = {models.SheetDraft: lambda before: models.SheetDraft.objects.ended(before)}
HELD: Held = {models.SheetDraft: lambda person: models.SheetDraft.objects.filter(owner=str(person))}
NOT_ABOUT_PERSONS = {
    models.Eligibility: {
        "legal_status": "whom the service is for, as its source says",
        "legal_status_named": "whom the source names beside `any`",
    },
}
