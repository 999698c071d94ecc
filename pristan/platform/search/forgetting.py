# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of. Documents leave the index with what they are made of."""

from django.db import connection
from django.utils.translation import gettext_lazy as _

from pristan.core.traces import Finder
from pristan.platform.privacy.places import INDEXED, Place, Removal
from pristan.platform.search import lessons, statistics
from pristan.platform.search.learning import Learned
from pristan.platform.search.models import Count, Lesson, Row, Term, Unmatched


def _find_asked(finder: Finder) -> int:
    return len(_asked(finder))


def _forget_asked(removal: Removal) -> int:
    found = _asked(removal.finder)
    Unmatched.objects.filter(pk__in=found).delete()
    return len(found)


def _asked(finder: Finder) -> list[str]:
    rows = Unmatched.objects.exclude(text="").values_list("digest", "text")
    return [digest for digest, text in rows if finder.stands_in(text)]


def _find_indexed(finder: Finder) -> int:
    return sum(1 for name in Row.objects.values_list("name", flat=True).iterator() if finder.stands_in(name))


def _forget_indexed(removal: Removal) -> int:
    """Words that no document has any more go, at every version, and lessons in which one of them was learned."""
    gone = statistics.forget_unused()
    rows = Lesson.objects.values_list("since", "words")
    taught = [since for since, words in rows if Learned(bytes(words)).speaks_of(removal.finder.parts)]
    Lesson.objects.filter(since__in=taught).delete()
    lessons.forget()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_fts (search_fts) VALUES ('optimize')")
    return gone


PLACES = (
    Place(_("what was searched for in vain"), (Unmatched,), _find_asked, _forget_asked),
    Place(_("words of the search index"), (Row, Term, Lesson), _find_indexed, _forget_indexed, order=INDEXED),
)
NO_TEXTS = {Count: "numbers by subject"}
