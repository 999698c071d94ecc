# SPDX-License-Identifier: EUPL-1.2
"""Errors a person can mend, said in words on standard error instead of a trace."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db.utils import DatabaseError, OperationalError

from pristan.city.directory.selectors import CityMissing
from pristan.city.orientation.answers import AnswersMalformed
from pristan.city.taxonomy.checking import ThesaurusMissing
from pristan.doors.cli.facts import NoReading
from pristan.doors.cli.jsonl import BadRow
from pristan.doors.cli.plan import FileUnfit
from pristan.doors.cli.translations import ExportRefused as NothingExported
from pristan.platform.audit.errors import PersonalValueRefused
from pristan.platform.facts.errors import SomeFactsFailed
from pristan.platform.facts.registry import UnknownFact
from pristan.platform.forgetting.errors import NoSuchPerson, ReasonMissing
from pristan.platform.locks.errors import Busy
from pristan.platform.packs.export import ExportRefused
from pristan.platform.packs.problems import PackMissing, PackRefused
from pristan.platform.power.services import LastAdministrator
from pristan.platform.published.errors import DatabaseFull
from pristan.platform.tables.errors import SheetRefused
from pristan.platform.translations.exchange import FileRefused

# Their own words say what to do.
MENDABLE = (
    AnswersMalformed, FileUnfit, PackMissing, ExportRefused, CityMissing, Busy, DatabaseFull, BadRow, ThesaurusMissing, PersonalValueRefused,
    NoReading, SomeFactsFailed, UnknownFact, NoSuchPerson, ReasonMissing, LastAdministrator, SheetRefused,
    FileRefused, NothingExported,
)  # fmt: skip


@dataclass
class Outcome:
    """The exit status of a command."""

    status: int = 0


@contextmanager
def telling() -> Iterator[Outcome]:
    """Turn errors with a way out into one message and exit status 1."""
    outcome = Outcome()
    try:
        yield outcome
    except PackRefused as error:
        say("\n".join(map(str, error.problems)), str(error))
        outcome.status = 1
    except MENDABLE as error:
        say(str(error))
        outcome.status = 1
    except DatabaseError as error:
        say(explain(error))
        outcome.status = 1
    except BrokenPipeError:  # whoever read our words (`| head`) has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        say(_explain_files(error))
        outcome.status = 1
    except KeyboardInterrupt:
        say("stopped; nothing is half-written. The same command goes on from here.")
        outcome.status = 130


def _explain_files(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "the disk is full. Free some space and run the same command again."
    where = f"{error.filename}: " if error.filename else ""
    if error.errno in (errno.ENOENT, errno.EISDIR):
        return f"{where}{error.strerror}. Check how the name is written, and in which folder you are (PRISTAN_VAR says where the city is kept)."
    return f"{where}{error.strerror or error}. Name a folder that is yours (PRISTAN_VAR says where the city is kept)."


def explain(error: DatabaseError) -> str:
    """What a database error means for the person at the keyboard. Nothing was half-written in any of them."""
    text = str(error)
    if "full" in text or "No space left" in text:
        return "the disk is full; nothing was written. Free some space and run the same command again."
    if "locked" in text:
        return "somebody else is writing to the database for a long time; nothing was written. Try again in a minute."
    if "no such table" in text or "does not exist" in text:
        return "the database is empty. `pristan run` or `python manage.py migrate` prepares it."
    if "not a database" in text:
        return (
            "the database file is no SQLite database. Look at DATABASE_URL and PRISTAN_VAR, or move the file away: "
            "`pristan run` makes a new one."
        )
    if isinstance(error, OperationalError):
        return f"the database does not answer ({text.splitlines()[0]}). Look at DATABASE_URL, and whether it runs."
    return f"the database refused: {text.splitlines()[0]}"


def say(*lines: str) -> None:
    """Print to standard error."""
    for line in lines:
        print(f"pristan: {line}" if not line.startswith(" ") and "\n" not in line else line, file=sys.stderr)
