# SPDX-License-Identifier: EUPL-1.2
"""Numbers that change, as readers and rules get them: every value with its days, so that a page shows what holds today."""

from collections.abc import Mapping
from typing import Any

from pristan.city.directory.citing import source
from pristan.city.directory.context import Context
from pristan.city.directory.models import Parameter

Record = Mapping[str, Any]
Told = dict[str, Any]


def told(shared: Context) -> dict[str, list[Told]]:
    """Language -> all parameters in the order of their ids."""
    records = list(Parameter.objects.order_by("key").values_list("record", flat=True))
    return {language: [_told(shared, language, each) for each in records] for language in shared.languages}


def _told(shared: Context, language: str, given: Record) -> Told:
    return {
        "id": given["id"],
        "name": shared.text(given["name"], language, given.get("machine_drafts", ())),
        "unit": given["unit"],
        "currency": shared.record["currency"],
        "per": given.get("per"),
        "entries": given.get("entries", []),
        "values": [
            {name: each.get(name) for name in ("value", "since", "until", "as_of")}
            | {"sources": [source(shared, cited) for cited in each["sources"]]}
            for each in given["values"]
        ],
    }
