# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from datetime import timedelta

from django.db.models import Q

from pristan.platform.claims import services
from pristan.platform.claims.lifecycle import LONGEST_OPEN
from pristan.platform.claims.models import Claim, Vetting
from pristan.platform.privacy.retention import (
    Blanks,
    Delete,
    Ends,
    Held,
    Keep,
    Lapse,
    Lapses,
    Retention,
    Strip,
)

YEAR = timedelta(days=365)
AT_ONCE = timedelta(0)
ROW = Delete(YEAR, "a year after it was closed nobody asks what became of it")

RETENTION: Retention = {
    Claim: {
        **dict.fromkeys(("uuid", "kind", "key", "language", "state", "answer", "received_on"), ROW),
        **dict.fromkeys(("asked_at", "vetted_at", "granted_at", "refused_at", "withdrawn_at"), ROW),
        "role": Strip(AT_ONCE, "says who somebody may be; needed only to vet"),
        "email": Strip(AT_ONCE, "to send the invitation, which holds it from then on"),
        "domain": Strip(AT_ONCE, "part of the e-mail address"),
        "page": Strip(AT_ONCE, "a page that may name somebody; needed only to vet"),
        "reception": Strip(AT_ONCE, "a number to ask at; needed only to vet"),
        "known_at": Strip(AT_ONCE, "who at the city knows the claimer; needed only to vet"),
        "phones": Strip(AT_ONCE, "public numbers of the thing, as they stood before the claim"),
        "code": Keep("a keyed digest of a random code; says nothing without the code"),
    },
    Vetting: {
        **dict.fromkeys(("claim", "at", "checks"), ROW),
        "by": Delete(YEAR, "the opaque id of who vetted it; the audit keeps that too"),
    },
}
ENDS: Ends = {
    Claim: lambda before: Claim.objects.filter(
        Q(granted_at__lte=before) | Q(refused_at__lte=before) | Q(withdrawn_at__lte=before)
    ),
    Vetting: lambda before: Vetting.objects.filter(
        Q(claim__granted_at__lte=before)
        | Q(claim__refused_at__lte=before)
        | Q(claim__withdrawn_at__lte=before)
    ),
}
LAPSES: Lapses = {
    Claim: Lapse(
        LONGEST_OPEN,
        "who was not answered in half a year asks again or has given up",
        open=lambda before: Claim.objects.open().since(before.date()),
        close=services.run_out,
    ),
}
HELD: Held = {Vetting: lambda person: Vetting.objects.filter(by=str(person))}
BLANKS: Blanks = {Claim: {"phones": lambda claim: []}}
