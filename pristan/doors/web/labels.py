# SPDX-License-Identifier: EUPL-1.2
"""Codes of the read model in the words of the interface.

Code lists that a thesaurus knows (legal statuses, rights, kinds of source) come with the catalogue instead. A code
that nobody has named is shown as it is, never hidden.
"""

from django.utils.translation import gettext, gettext_lazy, ngettext

KINDS = {
    "organization": gettext_lazy("Organisation"),
    "place": gettext_lazy("Place"),
    "service": gettext_lazy("Help and advice"),
    "programme": gettext_lazy("Programme"),
    "course": gettext_lazy("Course"),
    "procedure": gettext_lazy("Step at an office"),
    "right": gettext_lazy("Right"),
    "status": gettext_lazy("Legal status"),
}
FACTS = ("right", "status")  # kinds that nobody goes to: no hours, no counter, no price
KIND_ICONS = {
    "organization": "building-2", "place": "map-pin", "service": "hand-helping",
    "programme": "users", "course": "graduation-cap", "procedure": "clipboard-list",
    "right": "scale", "status": "id-card",
}  # fmt: skip
KIND_GROUPS = (
    (("service", "place"), gettext_lazy("Places and people who help")),
    (("course", "programme"), gettext_lazy("Courses and programmes")),
    (("procedure",), gettext_lazy("Steps at offices")),
    (("right", "status"), gettext_lazy("Your rights")),
    (("organization",), gettext_lazy("Organisations")),
)
CONFIDENCES = {
    "high": gettext_lazy("High: several good sources agree."),
    "medium": gettext_lazy("Medium: the sources are few, or not all are recent."),
    "low": gettext_lazy("Low: the source is old or only mentions it. Ask before you go."),
}
RECHECKS = {
    "eu_pact_2026": gettext_lazy(
        "The European rules on asylum and migration changed on 12 June 2026, after our sources were written."
    ),
    "zzzro_1_2025_and_end_date": gettext_lazy(
        "The law on temporary protection changed in 2025, and the date until which protection lasts may have moved."
    ),
}
AS_OF_BASES = {
    "lower bound read from content": gettext_lazy(
        "The source has no date; what it says is not older than this."
    ),
    "undated sources": gettext_lazy("The sources have no date."),
}
RELATIONS = {
    ("part_of", "out"): gettext_lazy("This is a part of"),
    ("part_of", "in"): gettext_lazy("What belongs to it"),
    ("done_at", "out"): gettext_lazy("Where you do this"),
    ("done_at", "in"): gettext_lazy("What you can do here"),
    ("provided_by", "out"): gettext_lazy("Who offers this"),
    ("provided_by", "in"): gettext_lazy("What they offer"),
    ("case_of", "out"): gettext_lazy("This is a special case of"),
    ("case_of", "in"): gettext_lazy("Special cases"),
    ("way_to_meet", "out"): gettext_lazy("This is one way to meet"),
    ("way_to_meet", "in"): gettext_lazy("Ways to meet this"),
}
FIELDS = {
    "name": gettext_lazy("Name"),
    "summary": gettext_lazy("Description"),
    "alternate_names": gettext_lazy("Other names"),
    "organization": gettext_lazy("Who runs it"),
    "locations": gettext_lazy("Address"),
    "phones": gettext_lazy("Phone"),
    "email": gettext_lazy("E-mail"),
    "website": gettext_lazy("Website"),
    "schedule": gettext_lazy("When"),
    "costs": gettext_lazy("Cost"),
    "documents": gettext_lazy("Papers to bring"),
    "languages": gettext_lazy("Languages spoken"),
    "eligibility": gettext_lazy("Who it is for"),
    "funding": gettext_lazy("Who pays for it"),
    "deadline": gettext_lazy("Deadline"),
    "procedure": gettext_lazy("How it works"),
    "needs": gettext_lazy("What it helps with"),
    "audiences": gettext_lazy("Meant for"),
}


def field(name: str) -> str:
    """A field of an entry, as a heading: ``procedure.deadline`` is the deadline."""
    last = name.split(".")[-1]
    return str(
        FIELDS.get(name) or FIELDS.get(last) or FIELDS.get(name.split(".")[0]) or last.replace("_", " ")
    )


def age(lowest: int | None, highest: int | None) -> str:
    """An age range as a sentence; empty when none is stated."""
    if lowest is not None and highest is not None:
        return gettext("From %(lowest)s to %(highest)s years of age.") % {
            "lowest": lowest,
            "highest": highest,
        }
    if lowest is not None:
        return ngettext("From %(count)s year of age.", "From %(count)s years of age.", lowest) % {
            "count": lowest
        }
    if highest is not None:
        return ngettext("Up to %(count)s year of age.", "Up to %(count)s years of age.", highest) % {
            "count": highest
        }
    return ""
