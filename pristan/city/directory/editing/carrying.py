# SPDX-License-Identifier: EUPL-1.2
"""What was changed in one entry is changed in others where the same stands: asked once with all of them named, sent together or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import uuid5

from django.db import transaction
from django.http import QueryDict

from pristan.city.directory import selectors
from pristan.city.directory.editing import elsewhere, shared, wording
from pristan.city.directory.editing.elsewhere import MOST, Other
from pristan.city.directory.editing.sections import SectionForm
from pristan.city.directory.editing.shared import Move
from pristan.city.directory.models import Entry
from pristan.city.directory.services import EntryMissing
from pristan.platform.accounts.actors import Actor
from pristan.platform.packs.things import value_digest
from pristan.platform.review import proposals, versions, words
from pristan.platform.review.differences import Row, rows
from pristan.platform.review.errors import NothingProposed, ValueRefused
from pristan.platform.review.proposals import Outcome, Wish

# Names in the form: the entries that are ticked, each with what stood in it; what was asked about.
ALSO: Final = "also"
ASKED: Final = "asked"
Base = Mapping[str, str]


@dataclass(frozen=True)
class Choice:
    """Another entry that could be changed. ``value``: its key, and the digests of the fields that it was offered for."""

    entry: Entry
    labels: list[str]
    value: str
    is_ticked: bool


@dataclass(frozen=True)
class Question:
    """``ticked``: the entries that the person wants to be changed too, each with the digests of what they saw."""

    moves: Sequence[Move]
    choices: Sequence[Choice]
    has_more: bool
    is_answered: bool
    ticked: Sequence[tuple[Other, Base]]

    @property
    def is_open(self) -> bool:
        """It has to be put before anything is sent."""
        return bool(self.choices) and not self.is_answered

    @property
    def about(self) -> str:
        """Another change asks anew."""
        return _about(self.moves)

    @property
    def rows(self) -> list[Row]:
        """What was changed, as a person reads it: the value as it was, then as it is wanted."""
        told = [(shared.shown(each.old), shared.shown(each.new)) for each in self.moves]
        return [row for old, new in told for row in (*rows([old], []), *rows([], [new] if new else []))]


def ask(entry: Entry, form: SectionForm, base: Base, data: QueryDict, actor: Actor) -> Question:
    """What is to be asked about a form that is right, or was answered. Raises EntryMissing for entries that this actor does not write on."""
    moves = _moved(entry, form, base)
    answer = dict(_read(each) for each in data.getlist(ALSO))
    ticked = _ticked(entry, answer, actor)
    is_answered = bool(moves) and data.get(ASKED) == _about(moves)
    found = elsewhere.having([each.mark for each in moves], actor, but=entry)
    choices = [
        _choice(each, wanted, is_ticked=not is_answered or each.entry.key in answer)
        for each in found[:MOST]
        if (wanted := shared.carried(each.fields, moves, each.organization))
    ]
    return Question(moves, choices, len(found) > MOST, is_answered, ticked if is_answered else ())


def _choice(other: Other, wanted: Mapping[str, Any], *, is_ticked: bool) -> Choice:
    digests = [f"{name}={_digest(other.fields.get(name))}" for name in wanted]
    labels = [wording.label(name) for name in wanted]
    return Choice(other.entry, labels, " ".join([other.entry.key, *digests]), is_ticked)


def _moved(entry: Entry, form: SectionForm, base: Base) -> list[Move]:
    """Nothing moved in a field that somebody else changed since the form was opened: the author saw another value there."""
    live = form.live
    seen = {name for name in shared.FIELDS if base.get(name, "") == _digest(live.get(name))}
    pairs = (each for each in form.pairs() if each[0] in seen)
    return shared.moves(pairs, {**live, **form.wanted()}, selectors.organization_of(entry))


def _digest(value: Any) -> str:
    return "" if value is None else value_digest(value)


def _about(moves: Sequence[Move]) -> str:
    return value_digest([[*vars(each.mark).values(), each.new] for each in moves])


def _read(typed: str) -> tuple[str, Base]:
    key, *told = typed.split()[: len(shared.FIELDS) + 1] or [""]
    pairs = (each.partition("=") for each in told)
    return key, {name: digest[:16] for name, _, digest in pairs if name in shared.FIELDS}


def _ticked(entry: Entry, answer: Mapping[str, Base], actor: Actor) -> list[tuple[Other, Base]]:
    if not answer:
        return []
    kept = selectors.kept_by(actor).exclude(pk=entry.pk).filter(key__in=list(answer)[:MOST])
    found = elsewhere.others(kept.order_by("key"), actor)
    if len(found) != len(answer):
        raise EntryMissing("there is no such entry, or this actor does not write on it")
    return [(each, answer[each.entry.key]) for each in found]


@dataclass(frozen=True)
class Sent:
    """What became of the entry itself, and of the others that were changed with it."""

    own: Outcome
    others: Sequence[tuple[Entry, Outcome]]

    @property
    def has_published(self) -> bool:
        """Do readers get anything of it at once?"""
        return any(each.published for each in (self.own, *(outcome for _, outcome in self.others)))


def send(wish: Wish, question: Question, *, actor: Actor, at: datetime, is_draft: bool) -> Sent:
    """One proposal for each entry, all of them or none. Sent twice, it is sent once. Raises as ``proposals.propose``."""
    if not question.ticked:
        return Sent(proposals.propose(wish, actor=actor, at=at, is_draft=is_draft), ())
    with transaction.atomic():
        _hold([wish.key, *(other.entry.key for other, _ in question.ticked)])
        own = proposals.propose(wish, actor=actor, at=at, is_draft=is_draft)
        done = [
            (other.entry, outcome)
            for other, base in question.ticked
            if (wanted := _wanted(other, base, question.moves))
            and (outcome := _propose(other, _also(wish, other, wanted, base), actor, at, is_draft))
        ]
    return Sent(own, done)


def _hold(keys: Sequence[str]) -> None:
    """Lock them in one order, so that two who do it do not wait for each other."""
    list(Entry.objects.select_for_update().filter(key__in=keys).order_by("key").values_list("pk"))


def _wanted(other: Other, base: Base, moves: Sequence[Move]) -> dict[str, Any]:
    """The changes of what the person saw there; who changed it since is found by its digests, as everywhere."""
    seen = dict(other.fields)
    for name, digest in base.items():
        if _digest(seen.get(name)) != digest:
            former = versions.value_with("entry", other.entry.key, name, digest)
            seen[name] = seen.get(name) if former is None else former
    return shared.carried(seen, moves, other.organization)


def _also(wish: Wish, other: Other, wanted: Mapping[str, Any], base: Base) -> Wish:
    token = uuid5(wish.token, other.entry.key) if wish.token else None
    own = {name: base[name] for name in wanted if name in base}
    return Wish("entry", other.entry.key, wanted, own, wish.source, wish.comment, token=token)


def _propose(other: Other, wish: Wish, actor: Actor, at: datetime, is_draft: bool) -> Outcome | None:
    try:
        return proposals.propose(wish, actor=actor, at=at, is_draft=is_draft)
    except NothingProposed:
        return None
    except ValueRefused as error:
        raise ValueRefused(error.field, f"{other.entry.name}: {words.of(error)}") from error
