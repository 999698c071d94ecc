# SPDX-License-Identifier: EUPL-1.2
"""Rule 1: nothing stored can hold a person's immigration status, permit, nationality or document number.

Names give such a field away, so names are what is searched: of fields and of their choices. A field of a
*rule* or of a *service* may bear such a name when its app says so in ``privacy.py``
(``NOT_ABOUT_PERSONS``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.db.models import Field

from pristan.platform.privacy.registry import allowances, label, our_fields

STATUS = (
    "legal_status(es)?", "(im)?migration_status(es)?", "immigra(nt|tion)", "migrant_(status|type)",
    "resid(ence|ency)_(status|title|card|basis)", "asylum(_seeker)?", "refugee", "stateless", "undocumented",
    "irregular", "(international|temporary|subsidiary)_protection", "alien", "foreigner",
)  # fmt: skip
PERMIT = ("(work_|residence_|stay_)?permits?", "visas?", "blue_card")
NATIONALITY = (
    "nationalit(y|ies)", "citizen(ship)?s?", "country_of_(origin|birth|citizenship)",
    "(birth|origin|home)_country", "place_of_birth", "birthplace", "ethnicit(y|ies)", "ethnic_group",
)  # fmt: skip
DOCUMENT_NUMBER = (
    "passports?(_(number|no|id))?", "document_(number|no|id)", "(id|identity)_(number|no|card|document)",
    "(national|personal|tax|alien|case_file)_(number|id|no)", "ssn",
)  # fmt: skip
IN_SLOVENE = (
    "drzavljanstv[oa]", "dovoljenj[ea](_za_prebivanje)?", "potni_list", "stevilka_dokumenta",
    "davcna_stevilka", "emso", "azil", "begunec", "pravni_status",
)  # fmt: skip
FORBIDDEN = (*STATUS, *PERMIT, *NATIONALITY, *DOCUMENT_NUMBER, *IN_SLOVENE)
PATTERN = re.compile(rf"(?:^|_)(?:{'|'.join(FORBIDDEN)})(?:_|$)")


def is_forbidden(name: str) -> bool:
    """Does this name suggest what must never be stored about a person? Words may be joined in any style."""
    words = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    return PATTERN.search(re.sub(r"[\W_]+", "_", words).lower()) is not None


def forbidden_names() -> list[str]:
    """``app.Model.field`` and ``app.Model.field = choice`` of all that breaks rule 1. Should be empty."""
    allowed = allowances()
    return sorted(found for field in our_fields() if label(field) not in allowed for found in _names(field))


def unneeded_allowances() -> list[str]:
    """Allowances of fields that are harmless, or gone: they could one day hide a real breach."""
    needed = {label(field) for field in our_fields() if any(_names(field))}
    return sorted(allowances().keys() - needed)


def _names(field: Field[Any, Any]) -> Iterator[str]:
    if is_forbidden(field.name):
        yield label(field)
    for value, shown in field.flatchoices:
        if is_forbidden(str(value)) or is_forbidden(str(shown)):
            yield f"{label(field)} = {value}"
