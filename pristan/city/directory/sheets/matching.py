# SPDX-License-Identifier: EUPL-1.2
"""Is this row an entry that is there already? By id without asking; by what both share, a person says so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from pristan.city.directory.editing.wording import text
from pristan.city.directory.sheets.lexicon import same

Mark = tuple[str, str]  # what is shared (phone, email, website, name), and its comparable form


@dataclass(frozen=True)
class Likeness:
    """An entry that may be the same, and what both share, the surest first."""

    key: str
    shared: tuple[str, ...]


def marks(fields: Mapping[str, Any]) -> Iterator[Mark]:
    """What tells an entry from others, the surest first."""
    for phone in fields.get("phones") or ():
        if len(digits := "".join(filter(str.isdigit, phone["number"]))) > 6:
            yield "phones", digits
    if fields.get("email"):
        yield "email", fields["email"].casefold()
    if fields.get("website"):
        yield "website", _place(fields["website"])
    if fields.get("name"):
        organization = (fields.get("organization") or {}).get("name", "")
        yield "name", f"{same(text(fields['name']))} / {same(organization)}"


def _place(address: str) -> str:
    """Host and path: the scheme, ``www`` and a last slash make no other page."""
    parts = urlsplit(address)
    return (parts.hostname or "").removeprefix("www.") + parts.path.rstrip("/")


@dataclass
class Likenesses:
    """The entries by their marks. A mark that many share (the exchange of a house, its first page) tells nothing apart."""

    keys: dict[Mark, list[str]] = field(default_factory=lambda: defaultdict(list))
    most: int = 5

    @classmethod
    def of(cls, live: Mapping[str, Mapping[str, Any]]) -> "Likenesses":
        """Of entries by key."""
        made = cls()
        for key, fields in live.items():
            for mark in dict.fromkeys(marks(fields)):
                made.keys[mark].append(key)
        return made

    def like(self, fields: Mapping[str, Any]) -> Likeness | None:
        """The entry that shares most with these fields; of equals the one with the surest mark."""
        shared: dict[str, list[str]] = defaultdict(list)
        for mark in dict.fromkeys(marks(fields)):
            found = self.keys.get(mark, [])
            for key in found if len(found) <= self.most or mark[0] == "name" else ():
                shared[key].append(mark[0])
        if not shared:
            return None
        key = max(shared, key=lambda each: (len(set(shared[each])), "name" in shared[each]))
        return Likeness(key, tuple(dict.fromkeys(shared[key])))
