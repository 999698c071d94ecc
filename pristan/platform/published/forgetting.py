# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of: documents are made anew, of every version at once."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from pristan.core.traces import Finder
from pristan.platform.privacy.places import CHUNK, MADE, Place, Removal
from pristan.platform.published import services
from pristan.platform.published.models import Address, Dirty, Document, Edition, Sequence

_LINE_END = r"\n"  # as it stands in JSON; to a finder it would be a letter


def _find(finder: Finder) -> int:
    return len(set(_documents(finder)))


def _forget(removal: Removal) -> int:
    """What says it, and what was made of things that said it."""
    found = set(_documents(removal.finder))
    spelled = [
        pk
        for pk, address in Address.objects.values_list("pk", "address")
        if removal.finder.stands_in(address)
    ]
    Address.objects.filter(pk__in=spelled).delete()
    if things := found | removal.things:
        services.project_now(things=sorted(things), at=removal.at)
    return len(found)


def _documents(finder: Finder) -> Iterator[UUID]:
    rows = Document.objects.values_list("thing", "slug", "sort_key", "body", "card", "facets")
    for thing, *texts, facets in rows.iterator(CHUNK):
        if finder.stands_in([*(text.replace(_LINE_END, "  ") for text in texts), facets]):
            yield thing


PLACES = (Place(_("pages as readers see them"), (Document, Address), _find, _forget, order=MADE),)
NO_TEXTS = {
    Edition: "numbers of versions",
    Sequence: "what changed, by opaque ids",
    Dirty: "what is to be made anew, by opaque ids",
}
