# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of: the files of the last load, and its open conflicts."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from pristan.core.traces import Finder
from pristan.platform.packs.files import SourceFile
from pristan.platform.packs.models import LoadedThing, OpenConflict, PackLoad
from pristan.platform.privacy.places import CHUNK, Place, Removal


def _find(finder: Finder) -> int:
    return sum(1 for _ in _holding(finder))


def _forget(removal: Removal) -> int:
    found = list(_holding(removal.finder))
    for row in found:
        row.files = {path: _without(removal.finder, path, text) for path, text in row.files.items()}
        row.save(update_fields=["files"])
    return len(found)


def _holding(finder: Finder) -> Iterator[LoadedThing]:
    rows = LoadedThing.objects.only("pk", "files").iterator(CHUNK)
    return (row for row in rows if finder.stands_in(row.files))


def _without(finder: Finder, path: str, text: str) -> str:
    """The file as it can still be read; one that cannot is written anew by the next export, without its comments."""
    made: str = finder.without(text)
    is_broken = path.endswith((".yaml", ".yml")) and made != text and SourceFile(path, made).node is None
    return "" if is_broken else made


def _settle(removal: Removal) -> None:
    """The base of the next comparison is what the fields say now: so the cleaned file is taken without a conflict."""
    for row in LoadedThing.objects.only("pk", "digests").iterator(CHUNK):
        if former := {name: each for name, each in row.digests.items() if each in removal.digests}:
            row.digests |= {name: removal.digests[each] for name, each in former.items()}
            row.save(update_fields=["digests"])


def _find_in_conflicts(finder: Finder) -> int:
    return sum(1 for row in OpenConflict.objects.iterator(CHUNK) if finder.stands_in(row.value))


def _forget_in_conflicts(removal: Removal) -> int:
    """The pack's side of the conflict goes whole: it cannot be chosen any more."""
    found = [row for row in OpenConflict.objects.iterator(CHUNK) if removal.finder.stands_in(row.value)]
    OpenConflict.objects.filter(pk__in=[row.pk for row in found]).update(value=None, is_hidden=True)
    return len(found)


PLACES = (
    Place(_("files of the last load"), (LoadedThing,), _find, _forget, settle=_settle),
    Place(_("conflicts of pack and city"), (OpenConflict,), _find_in_conflicts, _forget_in_conflicts),
)
NO_TEXTS = {PackLoad: "figures of a load"}
