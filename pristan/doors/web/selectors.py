# SPDX-License-Identifier: EUPL-1.2
"""All that the public pages read: the published read model and the search index. Nothing else, ever.

Every function names the queries it costs; a page may make six, a search twelve.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.conf import settings

from pristan.platform.published import readers
from pristan.platform.published.errors import NothingPublished
from pristan.platform.published.readers import Found
from pristan.platform.search import port, reasons

Body = dict[str, Any]

# The last catalogue of each language that this process has read: what an error page still knows when the
# database is gone. Replaced by every page that is read, never used while the database answers.
_last: dict[str, Body] = {}


def version() -> int:
    """The dataset version that this page belongs to. One query."""
    return readers.version()


def catalogue(language: str, version: int) -> Body | None:
    """What all pages of a language share; None where the city does not offer it. One query."""
    try:
        found = readers.catalogue(language=language, version=version)
    except NothingPublished:
        return None
    _last[language] = found
    return found


def any_catalogue(preferred: Sequence[str], version: int) -> Body | None:
    """The first catalogue there is, preferred languages first: for pages without a language of their own."""
    known = [code for code, _ in settings.LANGUAGES]
    for language in dict.fromkeys([*(each for each in preferred if each in known), *known]):
        if found := catalogue(language, version):
            return found
    return None


def last_catalogue(language: str | None) -> Body | None:
    """The catalogue as this process last read it, in the language if it ever did. No query."""
    return _last.get(language or "") or next(iter(_last.values()), None)


def document(language: str, address: str, version: int) -> Found | None:
    """An entry by slug, code or alias. Two queries."""
    return readers.document(language=language, address=address, version=version)


def documents(language: str, addresses: Sequence[str], version: int) -> dict[str, Body]:
    """Several entries by address. Two queries."""
    return readers.documents(language=language, addresses=addresses, version=version)


def cards(language: str, things: Sequence[UUID], version: int) -> list[Body]:
    """Cards in the order of the things. One query."""
    return readers.cards(language=language, things=things, version=version)


def listing(language: str, version: int, kind: str | None = None) -> list[Body]:
    """Everything by the alphabet: letter, name, slug, kind. One query."""
    return readers.listing(language=language, version=version, kind=kind)


def search(query: port.Query) -> port.Hits:
    """Ask the index."""
    return port.index().query(query)


def suggest(prefix: str, language: str, version: int, limit: int) -> list[str]:
    """Names and needs that begin like this."""
    return port.index().suggest(prefix, language, version, limit)


def meant(query: port.Query) -> list[str]:
    """What may have been meant by words that are known nowhere."""
    return port.index().meant(query)


def why(text: str, language: str, card: Body) -> list[Any]:
    """Why a hit was found: fields and the words of theirs that matched. No query."""
    return reasons.why(text, language, card)
