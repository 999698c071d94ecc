# SPDX-License-Identifier: EUPL-1.2
"""What may not come in with a file again: apps above say which texts hold it, the load says in which file and line."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from pristan.platform.packs.problems import Problem
from pristan.platform.packs.things import Thing

# A text -> the lines (from 1) in which stands what may not come in.
Look = Callable[[str], Sequence[int]]
# Called at each load; None: nothing is kept out.
Guard = Callable[[], Look | None]

WHAT = "here stands something that was removed for good"
MEND = (
    "Take it out of the file, and out of the folder's history where that is kept. docs/operations.md says how "
    "(What was removed for good). Who removed it stands under Removed for good on the staff side."
)
_guards: list[Guard] = []


def register(guard: Guard) -> None:
    """Called by an app when it is ready."""
    if guard not in _guards:
        _guards.append(guard)


def problems(things: Iterable[Thing], others: Mapping[str, str]) -> list[Problem]:
    """An error for every line of every file, and for every field where no line of its files shows it (escaped, for one)."""
    if not (looks := [look for guard in _guards if (look := guard())]):
        return []
    listed = list(things)
    texts = dict(others)
    for thing in listed:
        texts |= thing.texts()
    seen = {path: _lines(looks, text) for path, text in texts.items()}
    found = [Problem(path, line, WHAT, MEND) for path, lines in seen.items() for line in lines]
    hidden = [thing for thing in listed if not any(seen[path] for path in thing.texts())]
    return sorted({*found, *_in_fields(looks, hidden)})


def _in_fields(looks: Sequence[Look], things: Sequence[Thing]) -> Iterator[Problem]:
    for thing in things:
        for name, value in thing.fields.items():
            if _lines(looks, "\n".join(_strings(value))):
                yield thing.problem(name, WHAT, MEND)


def _lines(looks: Sequence[Look], text: str) -> set[int]:
    return {line for look in looks for line in look(text)} if text else set()


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)
