# SPDX-License-Identifier: EUPL-1.2
"""Circles of the real world as readers are told of them: which steps wait for each other, and how to break out."""

from collections.abc import Mapping
from typing import Any

from pristan.city.directory.batch import Batch, link
from pristan.city.directory.citing import source
from pristan.city.directory.context import Context, neighbours
from pristan.city.directory.models import Circle
from pristan.platform.translations.selectors import texts_of

Record = Mapping[str, Any]
Told = dict[str, Any]


def told(shared: Context) -> dict[str, list[Told]]:
    """Language -> all circles in the order of their ids."""
    records = list(Circle.objects.order_by("key").values_list("record", flat=True))
    keys = {way["entry"] for each in records for way in each["ways"] if way.get("entry")}
    near = neighbours(sorted(keys))
    batch = Batch(shared, {}, near, texts_of([each.uuid for each in near.values()]) if near else {})
    return {language: [_circle(batch, language, each) for each in records] for language in shared.languages}


def _circle(batch: Batch, language: str, given: Record) -> Told:
    shared, drafts = batch.context, given.get("machine_drafts", ())
    return {
        "id": given["id"],
        "name": shared.text(given["name"], language, drafts),
        "steps": given["steps"],
        "ways": [
            {
                "text": shared.text(each["text"], language, drafts),
                "entry": link(batch, each["entry"], language) if each.get("entry") else None,
            }
            for each in given["ways"]
        ],
        "sources": [source(shared, each) for each in given["sources"]],
        "confidence": given["confidence"],
        "as_of": given.get("as_of"),
    }
