# SPDX-License-Identifier: EUPL-1.2
"""Eligibility of a service as a rule. Codes of services are wider than single statuses: the thesaurus says what each covers."""

from collections.abc import Mapping, Sequence
from typing import Any

from pristan.city.taxonomy.selectors import Vocabulary

SCHEME = "legal-statuses"
# A registered address is asked for; living there is not, and nobody is refused by a machine for it.
REGISTERED = ("si", "country")
# Single statuses whose own code service records use; the others are reached by a wider one, or by none.
OWN_CODES = frozenset({"eu_citizen", "temporary_protection", "asylum_applicant", "no_regular_status"})

Cells = list[dict[str, Any]]


def covered(known: Vocabulary, codes: Sequence[str], singles: Sequence[str]) -> tuple[Cells, str]:
    """Cells for the single statuses, and what holds for others.

    A status that a listed code covers: yes. One that some other code of services could have named, and none does: no. One that no code
    of services reaches: not known, as then its not being listed says nothing.
    """
    named = {single for code in codes for single in _under(known, code, singles)}
    nameable = {single for single in singles if _over(known, single)}
    words = {
        single: "yes" if single in named else "no" if single in nameable else "unknown" for single in singles
    }
    cells: Cells = [
        {"status": single, "entitled": word, "when": None, "to_check": []} for single, word in words.items()
    ]
    return cells, "unknown"


def _under(known: Vocabulary, code: str, singles: Sequence[str]) -> set[str]:
    """The single statuses that a code covers: itself, what stands below it, and what it is related to."""
    concept = known.by_key.get((SCHEME, code))
    below = {key for (scheme, key), each in known.by_key.items() if scheme == SCHEME and code in each.broader}
    return ({code} | below | set(concept.related if concept else ())) & set(singles)


def _over(known: Vocabulary, single: str) -> bool:
    """Whether service records have a code for this status: a wider one, or its own among theirs."""
    concept = known.by_key.get((SCHEME, single))
    return bool(concept and (concept.broader or single in OWN_CODES))


def limits(given: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a machine can check of the rest: age, a registered address, insurance. None: nothing."""
    found: dict[str, Any] = {}
    age = {end: given[name] for end, name in (("min", "age_min"), ("max", "age_max")) if name in given}
    if age:
        found["age"] = age
    if given.get("residence") in REGISTERED:
        found["address_registered"] = True
    if given.get("insurance") in ("required", "none"):
        found["insured"] = given["insurance"] == "required"
    return found or None
