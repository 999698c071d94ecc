# SPDX-License-Identifier: EUPL-1.2
"""The table of addresses and roles, and how its addresses become real ones."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.urls import URLPattern, URLResolver, get_resolver

from tests.access.roles import HOLDERS

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
ROLES = ("anyone",)
KEYS = {"pattern", "name", "address", "also", *ROLES}
NOT_ALLOWED = 405
# Who is not signed in is asked to, whatever they wanted.
SIGN_IN = 302
CODE = re.compile(r"\{code of ([a-z0-9-]+)\}")
THING = re.compile(r"\{([a-z_ ]+)\}")
HERE = Path(__file__).parent


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
    """The public side, as it stands in urls.yaml. Raises ValueError on a word it does not know."""
    given = _read("urls.yaml", KEYS)
    return [
        Row(row["pattern"], row["name"], row["address"], {role: row[role] for role in ROLES}, row.get("also", {}))
        for row in given
    ]  # fmt: skip


def staff_rows() -> list[Row]:
    """The signed-in side, as it stands in staff.yaml: `signed_in` holds for every role that the row does not name."""
    given = _read("staff.yaml", {"pattern", "name", "address", "also", "anyone", "signed_in", *HOLDERS})
    return [
        Row(
            row["pattern"], row["name"], row["address"],
            {role: _methods(row.get(role, row["signed_in"] if role in HOLDERS else SIGN_IN)) for role in ("anyone", *HOLDERS)},
            row.get("also", {}),
        )
        for row in given
    ]  # fmt: skip


def _read(name: str, keys: set[str]) -> list[dict[str, Any]]:
    given: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    for row in given:
        if unknown := set(row) - keys:
            raise ValueError(f"{row.get('pattern')}: unknown {unknown}")
    return given


def _methods(given: int | dict[str, int]) -> dict[str, int]:
    """One number stands for all methods."""
    return given if isinstance(given, dict) else dict.fromkeys(METHODS, given)


def named(address: str, things: dict[str, Any]) -> str:
    """The address with what `{...}` stands for put in."""
    return THING.sub(lambda match: str(things[match[1]]), address)


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
