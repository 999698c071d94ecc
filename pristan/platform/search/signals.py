# SPDX-License-Identifier: EUPL-1.2
"""Signals: what a city is asked for, and what it was asked for in vain; never who asked, when, or what else they asked.

A question is noted in memory, without a query, and lives there until a thread of its own has read it (30 seconds at most). What is
written are numbers per day, language and subject. A text that nothing matched leaves a keyed digest, which nobody can read back
without the key; only a request for it on a fifth day brings the text itself. A question in danger leaves nothing at all.
`SEARCH_SIGNALS = False` switches all of it off. Numbers are lost rather than that a reader waits or sees an error.
"""

import atexit
import logging
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from multiprocessing.util import Finalize
from threading import Lock, Timer
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet, Sum
from django.utils.crypto import salted_hmac

from pristan.core.text import fold, tokenise
from pristan.core.text.languages import TAUGHT, primary
from pristan.platform.search import crisis
from pristan.platform.search.analysis import analyser
from pristan.platform.search.knowledge import Knowledge, knowledge
from pristan.platform.search.models import Count, Unmatched
from pristan.platform.search.port import Hits
from pristan.platform.search.understanding import Question, understand

EVERY = 30.0  # seconds between two writes of a process
FALLBACK = "fallback"
ENTRY, CONCEPT = "entry:", "n:"
DAYS = 5  # on so many different days a text is looked for before anybody may read it
FEWEST = 5  # a number below this is not shown
KEPT_UNMATCHED = timedelta(days=90)
KEPT_COUNTS = timedelta(days=3 * 365)
MOST_CONCEPTS = 3
LEAST_WORTH = 0.5
LONGEST = 60  # characters of a text that may be kept one day; a longer one is a person's story
MOST_WAITING = 2_000  # questions between two writes; what comes on top is not counted
MOST_UNMATCHED = 100_000  # rows; a machine that types nonsense does not fill the disk
_SALT = "pristan.platform.search.signals"
_LONGEST_SUBJECT = 120
_COUNT = (
    "INSERT INTO search_count (day, language, subject, number) VALUES (%s, %s, %s, %s) "
    "ON CONFLICT (day, language, subject) DO UPDATE SET number = search_count.number + excluded.number"
)
# The text is not among the values: what is not said to a database cannot stand in its log either.
_SEEN = (
    "INSERT INTO search_unmatched (digest, language, days, last_day, text) VALUES (%s, %s, 1, %s, '') "
    "ON CONFLICT (digest) DO UPDATE SET days = search_unmatched.days + 1, last_day = excluded.last_day "
    "WHERE search_unmatched.last_day < excluded.last_day"
)
log = logging.getLogger("pristan.search")


@dataclass(frozen=True)
class Heard:
    """A question until it is counted. `first`: the first hit; `is_found`: did anything match?"""

    text: str = field(repr=False)
    language: str
    day: date
    version: int
    first: UUID | None
    is_found: bool


@dataclass
class Tally:
    """What is written: numbers by (day, language, subject), and texts in vain: (day, digest) -> (language, text)."""

    counts: Counter[tuple[date, str, str]] = field(default_factory=Counter)
    unmatched: dict[tuple[date, str], tuple[str, str]] = field(default_factory=dict, repr=False)


_waiting: list[Heard] = []
_timer: Timer | None = None
_process = 0  # whose end is waited for
_lock = Lock()  # over the three above; held for an instant
_writing = Lock()  # held while a batch is written, so that the end of the process waits for it


def note(text: str, language: str, day: date, version: int, hits: Hits) -> None:
    """Hear a question and its answer without filters. `day`: the civil day in the city. Costs no query and never raises."""
    if not settings.SEARCH_SIGNALS or not text or hits.crisis:
        return
    first = hits.hits[0].thing if hits.hits else None
    heard = Heard(text, language, day, version, first, is_found=not hits.is_fallback)
    with _lock:
        if len(_waiting) < MOST_WAITING:
            _waiting.append(heard)
        _wake()


def _wake() -> None:
    """See to it that somebody writes, at the latest the end of this process."""
    global _process, _timer
    if _process != os.getpid():
        _process = os.getpid()
        atexit.register(_at_exit)
        Finalize(None, _at_exit, exitpriority=0)  # a forked worker of the server ends without asking `atexit`
    if _timer is None or not _timer.is_alive():
        _timer = Timer(EVERY, _write_apart)
        _timer.daemon = True
        with suppress(RuntimeError):  # no more threads: the end of the process writes
            _timer.start()


def _begin_anew() -> None:
    """In a forked process: what waits is its parent's to write, and so are the thread and the locks it may hold."""
    global _lock, _process, _timer, _writing
    _lock, _process, _timer, _writing = Lock(), 0, None, Lock()
    _waiting.clear()


os.register_at_fork(after_in_child=_begin_anew)


def _write_apart() -> None:
    """In a thread, or at the end of the process: its own connection, closed after."""
    try:
        flush()
    finally:
        connection.close()


def flush() -> None:
    """Write what waits. What cannot be written is lost, with one line that holds no word of it."""
    with _writing:
        if heard := _taken():
            try:
                write(tally(heard))
            except Exception as error:  # whatever it is, its message may hold what a person typed
                log.warning("signals of search were not written: %s", type(error).__name__)


def _taken() -> list[Heard]:
    global _timer
    with _lock:
        if _timer:
            _timer.cancel()
        heard, _timer = [*_waiting], None
        _waiting.clear()
    return heard


def _at_exit() -> None:
    with _writing:  # a thread may be writing just now: it comes to its end
        has_more = bool(_waiting)
    if has_more:
        _write_apart()


def tally(heard: Iterable[Heard]) -> Tally:
    """Questions as numbers and digests."""
    found = Tally()
    for each in heard:
        known = knowledge(each.version)
        asked = understand(each.text, primary(each.language), (primary(each.language),), analyser(), known)
        if asked.crisis:
            continue
        found.counts.update((each.day, each.language, subject) for subject in _subjects(each, asked, known))
        if not each.is_found and may_be_kept(each.text, known):
            key = each.day, digest(each.text, each.language)
            found.unmatched[key] = each.language, each.text
    return found


def _subjects(heard: Heard, asked: Question, known: Knowledge) -> list[str]:
    about = concepts(asked, known)
    if not about and heard.is_found and heard.first:
        about = [f"{ENTRY}{heard.first}"]
    return about if heard.is_found else [*about, FALLBACK]


def concepts(asked: Question, known: Knowledge) -> list[str]:
    """The concepts that a question is most about; one that only stands above another of them is none of its own."""
    worth: dict[str, float] = {}
    for each in asked.asked:
        for name, value in each.meanings.items():
            if name.startswith(CONCEPT) and value >= LEAST_WORTH and len(name) <= _LONGEST_SUBJECT:
                worth[name] = max(value, worth.get(name, 0.0))
    above = {one for name in worth for one in known.broader.get(name, ()) if worth.get(one, 0) <= worth[name]}
    return sorted(worth.keys() - above, key=lambda name: (-worth[name], name))[:MOST_CONCEPTS]


def may_be_kept(text: str, known: Knowledge) -> bool:
    """Whether a text may leave a digest: no digit, no address, no word of danger in any language, and not long."""
    if len(text) > LONGEST or any(sign == "@" or sign.isnumeric() for sign in text):
        return False
    surfaces = tokenise(text)
    return bool(surfaces) and not any(_is_danger(surfaces, language, known) for language in TAUGHT)


def _is_danger(surfaces: Sequence[str], language: str, known: Knowledge) -> bool:
    """Is any expression of danger among the words, however calm the others are?"""
    words = [analyser().word(each, language) for each in surfaces]
    spans = [*known.phrases.find(words, language), *known.phrases.find_apart(words, language)]
    spans += known.phrases.find_verbatim(surfaces, language)
    return any(crisis.is_danger(name) for span in spans for name in span.ids)


def digest(text: str, language: str) -> str:
    """The same for all spellings of a text that differ in case, accents and signs only; with another SECRET_KEY another."""
    plain = " ".join(tokenise(fold(text)))
    return salted_hmac(_SALT, f"{language}\n{plain}", algorithm="sha256").hexdigest()


def write(found: Tally) -> None:
    """Add to the tables, all or nothing; what is too old goes first. Rows in one order, so that processes do not lock each other out."""
    if days := {key[0] for key in found.counts} | {key[0] for key in found.unmatched}:
        forget(max(days))
    counts = [(day.isoformat(), language, subject, number) for (day, language, subject), number in sorted(found.counts.items())]  # fmt: skip
    unmatched = _with_room(found.unmatched)
    seen = [(key, language, day.isoformat()) for (day, key), (language, _) in sorted(unmatched.items())]
    with transaction.atomic(), connection.cursor() as cursor:
        if counts:
            cursor.executemany(_COUNT, counts)
        if seen:
            cursor.executemany(_SEEN, seen)
        _tell({key: text for (_, key), (_, text) in sorted(unmatched.items())})


def _with_room(unmatched: Mapping[tuple[date, str], tuple[str, str]]) -> dict[tuple[date, str], tuple[str, str]]:  # fmt: skip
    """All of them, or only those that have a row already, where the table is full."""
    if not unmatched or Unmatched.objects.count() + len(unmatched) <= MOST_UNMATCHED:
        return dict(unmatched)
    keys = {key for _, key in unmatched}
    there = set(Unmatched.objects.filter(digest__in=keys).values_list("digest", flat=True))
    return {where: given for where, given in unmatched.items() if where[1] in there}


def _tell(texts: Mapping[str, str]) -> None:
    """Keep the texts that were looked for on enough days, as they were typed in this request."""
    ripe = Unmatched.objects.filter(digest__in=list(texts), days__gte=DAYS, text="")
    for key in sorted(ripe.values_list("digest", flat=True)):
        Unmatched.objects.filter(digest=key, text="").update(text=texts[key])


def forget(today: date) -> None:
    """Delete what is too old."""
    Count.objects.filter(day__lt=today - KEPT_COUNTS).delete()
    Unmatched.objects.filter(last_day__lt=today - KEPT_UNMATCHED).delete()


def commonest(since: date, language: str = "") -> list[tuple[str, int]]:
    """(subject, number) from a day on, the commonest first; without what nothing matched, and without small numbers."""
    counts = _counts(since, language).exclude(subject=FALLBACK)
    return _shown(counts, "subject")


def in_vain(since: date, language: str = "") -> list[tuple[str, int]]:
    """(language, how many questions nothing matched), the most first; without small numbers."""
    return _shown(_counts(since, language).filter(subject=FALLBACK), "language")


def texts(since: date, language: str = "") -> list[Unmatched]:
    """Texts that were looked for in vain on enough days, and again from a day on; those of most days first."""
    rows = Unmatched.objects.exclude(text="").filter(last_day__gte=since)
    return list((rows.filter(language=language) if language else rows).order_by("-days", "text"))


def _counts(since: date, language: str) -> QuerySet[Count]:
    counts = Count.objects.filter(day__gte=since)
    return counts.filter(language=language) if language else counts


def _shown(counts: QuerySet[Count], by: str) -> list[tuple[str, int]]:
    summed = counts.values(by).annotate(sum=Sum("number")).filter(sum__gte=FEWEST)
    return [(row[by], row["sum"]) for row in summed.order_by("-sum", by)]
