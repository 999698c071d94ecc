# SPDX-License-Identifier: EUPL-1.2
"""Tell the read model what changed, take things from readers' eyes, and bring it up to date."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from pristan.platform import copying
from pristan.platform.locks.errors import Busy
from pristan.platform.locks.exclusive import WAIT, exclusive
from pristan.platform.published import addresses, documents, runs
from pristan.platform.published.disk import telling_when_full
from pristan.platform.published.errors import OutsideTransaction
from pristan.platform.published.gathering import Gathering
from pristan.platform.published.models import Dirty, Document, Edition
from pristan.platform.published.models import Sequence as SequenceRow
from pristan.platform.published.registry import form, project
from pristan.platform.published.runs import Progress
from pristan.platform.search.knowledge import fingerprint, refresh

BATCH = 1000
LOCK = "published"
SOON = 0.3  # seconds


def mark(*, things: Iterable[UUID], change: str, at: datetime) -> int:
    """Say that these things changed (published, withdrawn or archived), inside the caller's transaction.

    Each gets the next number of the sequence and a dirty mark; the next :func:`catch_up` projects them.
    Writers wait for each other from here to the end of their transactions, so mark last. Returns the last
    number given.
    """
    _ask("mark")
    marked = list(dict.fromkeys(things))
    first = Edition.take(len(marked))
    numbered = list(enumerate(marked, first))
    for start in range(0, len(numbered), BATCH):
        some = numbered[start : start + BATCH]
        copying.insert(
            SequenceRow,
            [{"number": number, "thing": thing, "change": change, "at": at} for number, thing in some],
        )
        Dirty.objects.bulk_create(
            [Dirty(thing=thing, number=number) for number, thing in some],
            update_conflicts=True, unique_fields=["thing"], update_fields=["number"],
        )  # fmt: skip
    return first + len(marked) - 1


def withdraw_now(*, things: Iterable[UUID], at: datetime, also: Iterable[UUID] = ()) -> None:
    """Take things from readers inside the caller's transaction: at commit they are gone, in every version.

    ``also``: things whose documents speak of them (neighbours, the catalogue): those are projected anew at
    once, so move the state first. Keep both few; each call is a new version of the dataset.
    """
    _ask("withdraw_now")
    gone = list(dict.fromkeys(things))
    _begin(gone, "withdrawn", at)
    documents.erase(gone)
    addresses.erase(gone)
    if near := [thing for thing in dict.fromkeys(also) if thing not in gone]:
        project_now(things=near, at=at)


def project_now(*, things: Iterable[UUID], at: datetime) -> None:
    """Project things anew inside the caller's transaction, as when an address becomes secret.

    At commit readers of every version see what the things say now, and nothing of what they said before.
    """
    _ask("project_now")
    near = list(dict.fromkeys(things))
    edition = _begin(near, "published", at)
    wanted = documents.prepare(project(near))
    former = documents.visible_since(near, version=edition.version)
    documents.erase(near)
    documents.insert(list(wanted.values()), version=edition.version, former=former)
    claims = addresses.claims(each.made for each in wanted.values())
    addresses.replace(near, claims, version=edition.version)


def catch_up(
    *, at: datetime, progress: Progress | None = None, wait: float = WAIT, learns: bool | None = None
) -> int:
    """Project all that is dirty and switch readers to the new version; returns the version they see then.

    One at a time: waits up to ``wait`` seconds for another run, then raises Busy. Call it outside
    transactions. A crash, a full disk (DatabaseFull) or a failing projector leaves readers the former
    version; the next call cleans up and starts again. ``progress`` is told what is done, in words.
    """
    with exclusive(LOCK, wait=wait), telling_when_full():
        _read_anew(at)
        return runs.run(at=at, tell=progress or (lambda message: None), learns=learns)


def soon(*, at: datetime) -> None:
    """Bring readers up to date right after a change, for somebody who waits for an answer (see ``gathering``). After the commit."""
    _gathering.soon(at)


def learn(*, at: datetime) -> None:
    """Let search learn from the pages what is new in them, for readers of a new version. Where little is new, nothing is done."""
    with suppress(Busy):
        catch_up(at=at, wait=SOON, learns=True)


_gathering = Gathering(lambda at, wait: catch_up(at=at, wait=wait, learns=False))


def _read_anew(at: datetime) -> None:
    """When expressions mean something else than at the last run, or other code makes documents, every one is made anew."""
    refresh()
    known = f"{fingerprint()} {form()}"
    if Edition.now().words == known:
        return
    with transaction.atomic():
        mark(
            things=Document.objects.open().values_list("thing", flat=True).distinct(),
            change="published",
            at=at,
        )
        edition = Edition.hold()
        edition.words = known
        edition.save(update_fields=["words"])


def _begin(things: Sequence[UUID], change: str, at: datetime) -> Edition:
    """Start a change that does not wait for a run: numbers, marks (a run looks again), a new version."""
    number = mark(things=things, change=change, at=at)
    edition = Edition.hold()
    edition.immediate = number
    if edition.pending is None or edition.version + 1 < edition.pending:
        edition.version += 1
    edition.at = at
    edition.save(update_fields=["immediate", "version", "at"])
    return edition


def _ask(verb: str) -> None:
    if not connection.in_atomic_block:
        raise OutsideTransaction(verb)
