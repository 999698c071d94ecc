# SPDX-License-Identifier: EUPL-1.2
"""What roles are held over, in words: organisations by their names, languages by theirs."""

from pristan.city.directory import selectors
from pristan.city.directory.models import Entry
from pristan.platform.power.roles import known
from pristan.platform.ui import languages


def organizations() -> dict[str, str]:
    """Key -> name of every organisation of the directory, by name."""
    found = Entry.objects.present().filter(kind="organization").order_by("name")
    return dict(found.values_list("key", "name"))


def offered(reader: str) -> dict[str, str]:
    """Everything that a role can be held over and that has a list: key -> words."""
    return organizations() | {code: languages.name_in(code, reader) for code in selectors.spoken()}


def in_words(scope: str, reader: str, names: dict[str, str]) -> str:
    """A scope as people call it; itself where nobody named it."""
    return names.get(scope) or languages.name_in(scope, reader)


def exists(role: str, scope: str) -> bool:
    """Is there such an organisation, such a language? Offices have no list yet, so any name will do."""
    over = known(role).over
    if over == "organization":
        return Entry.objects.present().filter(kind="organization", key=scope).exists()
    return scope in selectors.spoken() if over == "language" else True
