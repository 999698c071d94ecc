# SPDX-License-Identifier: EUPL-1.2
"""What the entries of one run share while their documents are made, and how a page names another entry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pristan.city.directory.context import Context, Neighbour
from pristan.city.directory.matrix import Matrix
from pristan.platform.translations.content import Translation, resolve


@dataclass
class Batch:
    """What the entries of one run share."""

    context: Context
    incoming: Mapping[str, list[tuple[str, str]]]
    neighbours: Mapping[str, Neighbour] = field(default_factory=dict)
    names: Mapping[UUID, Mapping[tuple[str, str], Translation]] = field(default_factory=dict)
    matrix: Matrix = field(default_factory=Matrix)
    parameters: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    circles: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)

    def name(self, near: Neighbour, language: str) -> dict[str, str]:
        """The name of a neighbour for a reader of this language."""
        rows = self.names.get(near.uuid, {})
        return resolve("name", (near.language, near.name), rows, language, self.context.chains[language])


def link(batch: Batch, key: str, language: str) -> dict[str, Any]:
    """Another entry as a page names it; where readers have none of this key, only the key."""
    near = batch.neighbours.get(key)
    if near is None:
        return {"key": key, "slug": None, "kind": None, "is_sensitive": False, "name": None}
    return {
        "key": key,
        "slug": near.address,
        "kind": near.kind,
        "is_sensitive": near.is_sensitive,
        "name": batch.name(near, language),
    }
