# SPDX-License-Identifier: EUPL-1.2
"""Concepts and labels between the pack's fields and rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from pristan.city.taxonomy.models import Concept, Labels
from pristan.platform.packs.things import Change

LABELS = "labels."
COLUMNS = {
    "position": 0,
    "broader": [],
    "related": [],
    "icon": "",
    "scope_note": "",
    "matches": {},
    "is_deprecated": False,
    "replaced_by": "",
}
BATCH = 500


def live(keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Key -> fields as they live."""
    found: dict[str, dict[str, Any]] = {}
    for start in range(0, len(keys), BATCH):
        for row in Concept.objects.filter(
            key__in=keys[start : start + BATCH], is_archived=False
        ).prefetch_related("labels"):
            fields = {
                name: getattr(row, name)
                for name, empty in COLUMNS.items()
                if name == "position" or getattr(row, name) != empty
            }
            found[row.key] = fields | {
                f"{LABELS}{words.language}": _read(words) for words in row.labels.all()
            }
    return found


def _read(words: Labels) -> dict[str, Any]:
    given = {"pref": words.pref, "alt": words.alt, "hidden": words.hidden, "ambiguous": words.ambiguous}
    return {name: value for name, value in given.items() if value} | (
        {"state": words.state} if words.state != "machine draft" else {}
    )


def write(changes: Sequence[Change], uuid_of: Callable[[str], UUID]) -> None:
    """Write the changed fields of concepts, inside the caller's transaction."""
    known = {row.key: row for row in Concept.objects.filter(key__in=[change.key for change in changes])}
    new, old, labels = [], [], []
    for change in changes:
        row = known.get(change.key)
        if row is None:
            scheme, concept = change.key.split("/")
            row = Concept(key=change.key, uuid=uuid_of(change.key), scheme=scheme, concept=concept)
            new.append(row)
        else:
            row.is_archived = False
            old.append(row)
        for name, value in change.fields.items():
            if name in COLUMNS:
                setattr(row, name, COLUMNS[name] if value is None else value)
            elif name.startswith(LABELS):
                labels.append((row.uuid, name.removeprefix(LABELS), value))
    Concept.objects.bulk_create(new, batch_size=BATCH)
    Concept.objects.bulk_update(old, [*COLUMNS, "is_archived"], batch_size=BATCH)
    _write_labels(labels)


def _write_labels(labels: Sequence[tuple[UUID, str, Mapping[str, Any] | None]]) -> None:
    for uuid, language, value in labels:
        if value is None:
            Labels.objects.filter(concept__uuid=uuid, language=language).delete()
    rows = [
        Labels(
            concept_id=uuid,
            language=language,
            pref=value["pref"],
            alt=value.get("alt", []),
            hidden=value.get("hidden", []),
            ambiguous=value.get("ambiguous", []),
            state=value.get("state", "machine draft"),
        )
        for uuid, language, value in labels
        if value is not None
    ]
    Labels.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["concept", "language"],
        update_fields=["pref", "alt", "hidden", "ambiguous", "state"],
    )


def archive(keys: Sequence[str]) -> None:
    """Mark concepts as gone from the pack."""
    Concept.objects.filter(key__in=keys).update(is_archived=True)
