# SPDX-License-Identifier: EUPL-1.2
"""Rights and legal statuses as their pages show them: a right status by status, a status right by right."""

from collections.abc import Mapping
from typing import Any

from pristan.city.directory.batch import Batch, link
from pristan.city.directory.citing import law, source
from pristan.city.directory.context import Words
from pristan.city.directory.models import Entry
from pristan.platform.translations.content import resolve

Body = dict[str, Any]
Text = dict[str, str]


def right(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> Body | None:
    """What the right is for each status, in the order of the pack, with its law and its sources."""
    given = fields.get("right")
    if not given:
        return None
    cells = [
        _cell(each, words.get(f"right.cells.{at}.conditions"))
        | {"page": _page_of_status(batch, each["status"], words.language)}
        | {"sources": [source(batch.context, cited) for cited in each.get("sources", ())]}
        for at, each in enumerate(given["cells"], 1)
    ]
    return {"code": given["code"], "cells": cells}


def status(batch: Batch, entry: Entry, fields: Mapping[str, Any], words: Words) -> Body | None:
    """The paper that shows the status, what it lies over, what comes next, and its cell of every right."""
    given = fields.get("status")
    if not given:
        return None
    return {
        **{name: given.get(name, False) for name in ("is_overlay", "is_minor")},
        "code": given["code"],
        "not_with": given.get("not_with", []),
        "proof": words.get("status.proof"),
        "next": [_page_of_status(batch, each, words.language) for each in given.get("next", ())],
        "legal_basis": [law(each) for each in given.get("legal_basis", ())],
        "cells": [
            _cell(each, _condition(batch, key, at, words)) | {"page": link(batch, key, words.language)}
            for key, cells in batch.matrix.rights.items()
            for at, each in enumerate(cells, 1)
            if each["status"] == given["code"]
        ],
    }


def _cell(given: Mapping[str, Any], conditions: Text | None) -> Body:
    """`asks`: its words say something that nobody can answer but a person who reads them."""
    plain = {
        name: given.get(name) for name in ("status", "entitled", "confidence", "as_of", "recheck_reason")
    }
    asks = given.get("asks", False) or (given["entitled"] == "conditional" and not given.get("is_whole"))
    return plain | {
        "conditions": conditions,
        "asks": asks,
        "defers": given.get("defers", False),
        "legal_basis": [law(each) for each in given.get("legal_basis", ())],
    }


def _condition(batch: Batch, key: str, at: int, words: Words) -> Text | None:
    """The words of a cell that stands in another entry."""
    path, near = f"right.cells.{at}.conditions", batch.neighbours.get(key)
    original = batch.matrix.texts[key].get(path)
    if not original or not near:
        return None
    return resolve(path, original, batch.names.get(near.uuid, {}), words.language, words.chain)


def _page_of_status(batch: Batch, code: str, language: str) -> Body:
    """The entry of a status, for a link; only its code where it has none."""
    return link(batch, batch.matrix.statuses.get(code, ""), language) | {"code": code}
