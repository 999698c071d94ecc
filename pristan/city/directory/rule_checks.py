# SPDX-License-Identifier: EUPL-1.2
"""Rules as a lawyer writes them: conditions that make sense, cells that name a status once, steps that lead somewhere."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from pristan.core.rules import NAMED, Known, RuleError, parse, read
from pristan.platform.packs.files import SourceFile
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.shape import shape_problem
from pristan.platform.packs.things import Thing

Keys = Mapping[str, set[str]]
PERSONAS = "personas.yaml"
_PLAN = ("when", "for", "done", "urgent")


class Expected(msgspec.Struct, forbid_unknown_fields=True):
    """What must, and must not, follow from a persona's answers."""

    in_plan: list[str] = []
    not_in_plan: list[str] = []
    urgent: list[str] = []
    now: list[str] = []
    before: list[tuple[str, str]] = []
    rights: dict[str, str] = {}


class Persona(msgspec.Struct, forbid_unknown_fields=True):
    """A situation that a lawyer can read, with what follows from it."""

    id: str
    situation: str
    answers: dict[str, Any]
    expect: Expected


def check(thing: Thing, keys: Keys, names: set[str]) -> Iterator[Problem]:
    """All problems of the rules of one entry."""
    statuses = {key.split("/")[1] for key in keys["concept"] if key.startswith("legal-statuses/")}
    known = Known(statuses, keys.get("parameter", set()))
    yield from _cells(thing, keys, known)
    plan = (thing.fields.get("procedure") or {}).get("plan") or {}
    for name in _PLAN:
        yield from _condition(thing, f"procedure.plan.{name}", plan.get(name), known)
    if (counted := plan.get("counts_from")) and (counted not in NAMED or NAMED[counted].kind != "number"):
        mend = "Name an attribute that is a number of days."
        yield thing.problem(
            "procedure.plan.counts_from", f"`{counted}` is no number that anybody tells", mend
        )
    for at, key in enumerate(plan.get("with", ()), 1):
        if key not in names:
            yield thing.problem(f"procedure.plan.with.{at}", f"`{key}` is no entry", "Check the spelling.")


def _cells(thing: Thing, keys: Keys, known: Known) -> Iterator[Problem]:
    given = thing.fields.get("right") or {}
    if given and f"rights/{given['code']}" not in keys["concept"]:
        yield thing.problem(
            "right.code",
            f"`{given['code']}` is no right",
            "The codes stand in thesaurus/concepts/rights.yaml.",
        )
    seen: set[str] = set()
    for at, cell in enumerate(given.get("cells", ()), 1):
        where, status = f"right.cells.{at}", cell["status"]
        if status not in (known.statuses or ()):
            yield thing.problem(
                f"{where}.status",
                f"`{status}` is no legal status",
                "The codes stand in thesaurus/concepts/legal-statuses.yaml.",
            )
        if status in seen:
            yield thing.problem(
                f"{where}.status", f"`{status}` stands here twice", "Write one cell for each status."
            )
        seen.add(status)
        if cell.get("when") and cell["entitled"] in ("no", "unknown"):
            yield thing.problem(
                f"{where}.when",
                f"a `{cell['entitled']}` has no condition",
                "Write `conditional`, or leave `when` out.",
            )
        yield from _condition(thing, f"{where}.when", cell.get("when"), known)


def _condition(thing: Thing, where: str, given: Any, known: Known) -> Iterator[Problem]:
    if given is None:
        return
    try:
        parse(given, where, known)
    except RuleError as error:
        yield thing.problem(where, f"{error.where}: {error.what}", error.mend)


def personas(source: SourceFile | None) -> Iterator[Problem]:
    """All problems of the file of personas; a city need not have one."""
    if source is None:
        return
    yield from source.problems
    rows: Sequence[Any] = source.data if isinstance(source.data, list) else [source.data]
    for at, row in enumerate(rows):
        try:
            persona = msgspec.convert(row, Persona)
        except msgspec.ValidationError as error:
            yield shape_problem(source, (at,), error)
            continue
        for wrong in read(persona.answers, _Any()).malformed:
            yield Problem(
                source.path, source.line(at, "answers", wrong.key), f"`{wrong.key}`: {wrong.what}", wrong.mend
            )
        for name in read(persona.answers, _Any()).ignored:
            yield Problem(
                source.path,
                source.line(at, "answers", name),
                f"nobody declared `{name}`",
                "Check the spelling.",
            )


class _Any(set[str]):
    """Every code: which statuses there are is said by the entries."""

    def __contains__(self, _: object) -> bool:
        return True
