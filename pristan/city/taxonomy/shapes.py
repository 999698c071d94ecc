# SPDX-License-Identifier: EUPL-1.2
"""The shapes of the thesaurus: concepts in one file a scheme, labels in one file a language and scheme."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

ConceptKey = Annotated[str, Meta(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$", max_length=80)]


class Part(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Unknown keys are errors, absent ones are absent."""


class ConceptRecord(Part):
    """A SKOS concept: broader, related, scope note for editors, and matches to other vocabularies."""

    id: ConceptKey
    broader: list[ConceptKey] = []
    related: list[ConceptKey] = []
    icon: Annotated[str, Meta(max_length=40)] = ""
    scope_note: str = ""
    matches: dict[Literal["exact", "close", "broad", "narrow"], list[str]] = {}
    is_deprecated: bool = False
    replaced_by: ConceptKey | None = None


class LabelRecord(Part):
    """The words for a concept in one language. ambiguous: which of them stand on another concept too, on purpose."""

    pref: Annotated[str, Meta(min_length=1)]
    alt: list[str] = []
    hidden: list[str] = []
    ambiguous: list[str] = []
    state: Literal["machine draft", "human"] = "machine draft"


def conform(shape: Any, data: Any) -> dict[str, Any]:
    """A record in canonical form. Raises msgspec.ValidationError."""
    plain: dict[str, Any] = msgspec.to_builtins(msgspec.convert(data, shape))
    return plain
