# SPDX-License-Identifier: EUPL-1.2
"""The directory: names and meaning after HSDS 3.1 (docs/hsds.md says how each maps), and what HSDS lacks."""

from pristan.city.directory.models.city import Circle, City, District, Holidays, Letters, Parameter
from pristan.city.directory.models.details import (
    AlternateName,
    Attribute,
    ConceptUse,
    Contact,
    CostOption,
    Eligibility,
    Funding,
    Language,
    Location,
    Phone,
    Procedure,
    RequiredDocument,
    Right,
    Schedule,
    ServiceAtLocation,
    Status,
)
from pristan.city.directory.models.entry import Entry, EntryAddress, Relation
from pristan.city.directory.models.refusal import Refusal
from pristan.city.directory.models.sheets import SheetDraft
from pristan.city.directory.models.trust import FieldProvenance, OtherStatement, Source, Verification

__all__ = [
    "AlternateName",
    "Attribute",
    "Circle",
    "City",
    "ConceptUse",
    "Contact",
    "CostOption",
    "District",
    "Eligibility",
    "Entry",
    "EntryAddress",
    "FieldProvenance",
    "Funding",
    "Holidays",
    "Language",
    "Letters",
    "Location",
    "OtherStatement",
    "Parameter",
    "Phone",
    "Procedure",
    "Refusal",
    "Relation",
    "RequiredDocument",
    "Right",
    "Schedule",
    "ServiceAtLocation",
    "SheetDraft",
    "Source",
    "Status",
    "Verification",
]
