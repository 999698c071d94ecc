# SPDX-License-Identifier: EUPL-1.2
"""The table of addresses and roles, and how its addresses become real ones."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from django.urls import URLPattern, URLResolver, get_resolver

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
ROLES = ("anyone",)
KEYS = {"pattern", "name", "address", "also", *ROLES}
NOT_ALLOWED = 405
CODE = re.compile(r"\{code of ([a-z0-9-]+)\}")


@dataclass(frozen=True)
class Row:
    """One pattern: its name, an address, what each role gets by method, more addresses with what GET gives."""

    pattern: str
    name: str
    address: str
    roles: dict[str, dict[str, int]]
    also: dict[str, int]

    def expected(self, role: str, method: str) -> int:
        """What the role gets; a method that is not named is not allowed."""
        return self.roles[role].get(method, NOT_ALLOWED)


def rows() -> list[Row]:
    """The table as it stands in urls.yaml. Raises ValueError on a word it does not know."""
    given = yaml.safe_load((Path(__file__).parent / "urls.yaml").read_text(encoding="utf-8"))
    for row in given:
        if unknown := set(row) - KEYS:
            raise ValueError(f"{row.get('pattern')}: unknown {unknown}")
    return [
        Row(row["pattern"], row["name"], row["address"], {role: row[role] for role in ROLES}, row.get("also", {}))
        for row in given
    ]  # fmt: skip


def patterns() -> dict[str, str]:
    """Every address pattern of the running code with its full name."""
    return dict(_below(get_resolver().url_patterns, "", ""))


def _below(found: list[URLPattern | URLResolver], route: str, names: str) -> list[tuple[str, str]]:
    everything: list[tuple[str, str]] = []
    for one in found:
        here = route + str(one.pattern)
        if isinstance(one, URLResolver):
            space = f"{names}{one.namespace}:" if one.namespace else names
            everything += _below(one.url_patterns, here, space)
        else:
            everything.append((here, f"{names}{one.name}"))
    return everything


def real(address: str) -> str:
    """The address with codes put in. Needs a loaded city."""
    from pristan.platform.published import readers

    def code(match: re.Match[str]) -> str:
        language = address.split("/")[1]
        found = readers.document(language=language, address=match[1], version=readers.version())
        assert found is not None, f"no entry {match[1]} in {language}"
        return str(found.body["code"])

    return CODE.sub(code, address)
