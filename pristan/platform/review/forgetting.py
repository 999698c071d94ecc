# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of: proposals, words about them, versions."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from pristan.core.traces import Finder
from pristan.platform.packs.things import value_digest
from pristan.platform.privacy.places import CHUNK, Place, Removal, columns
from pristan.platform.review import registry
from pristan.platform.review.models import Comment, Decision, Proposal, Purge, Trust, Version

_VALUES = {Version: ("before", "after"), Proposal: ("wanted",)}
_TEXTS = {Version: ("why",), Proposal: ("source", "comment")}


def clean(kind: str, key: str, removal: Removal) -> None:
    """Take a value out of the versions and proposals of one thing alone, as when its place becomes secret."""
    for model in _VALUES:
        _clean(_holding(model._base_manager.filter(kind=kind, key=key), removal.finder), removal)
    own = {"proposal__kind": kind, "proposal__key": key}
    for words, name in ((Comment, "text"), (Decision, "reason")):
        for row in words._base_manager.filter(**own):
            if removal.finder.stands_in(getattr(row, name)):
                setattr(row, name, removal.finder.without(getattr(row, name)))
                row.save(update_fields=[name])


def _place(words: Any, model: type[Model], settle: Callable[[Removal], None] | None = None) -> Place:
    def find(finder: Finder) -> int:
        return sum(1 for _ in _holding(model._base_manager.all(), finder))

    def forget(removal: Removal) -> int:
        return _clean(_holding(model._base_manager.all(), removal.finder), removal)

    return Place(words, (model,), find, forget, settle=settle or (lambda removal: None))


def _holding(rows: QuerySet[Any], finder: Finder) -> Iterator[Any]:
    names = (*_VALUES[rows.model], *_TEXTS[rows.model])
    return (row for row in rows.iterator(CHUNK) if finder.stands_in([getattr(row, name) for name in names]))


def _clean(rows: Iterable[Any], removal: Removal) -> int:
    found = list(rows)
    for row in found:
        model = type(row)
        for name in _VALUES[model]:
            setattr(row, name, _without(row.kind, getattr(row, name), removal))
        for name in _TEXTS[model]:
            setattr(row, name, removal.finder.without(getattr(row, name)))
        row.save(update_fields=[*_VALUES[model], *_TEXTS[model]])
    return len(found)


def _without(kind: str, fields: dict[str, Any], removal: Removal) -> dict[str, Any]:
    changed = registry.of(kind).without(fields, removal.finder)
    removal.digests |= {value_digest(fields[name]): value_digest(new) for name, new in changed.items()}
    return fields | changed


def _settle(removal: Removal) -> None:
    """What an author saw is known by its digest: it saw what is there now, without the value."""
    for proposal in Proposal.objects.only("pk", "base").iterator(CHUNK):
        if former := {name: each for name, each in proposal.base.items() if each in removal.digests}:
            proposal.base |= {name: removal.digests[each] for name, each in former.items()}
            proposal.save(update_fields=["base"])


PLACES = (
    _place(_("versions of entries"), Version),
    _place(_("proposals"), Proposal, _settle),
    columns(_("words about proposals"), Comment, "text"),
    columns(_("reasons of decisions"), Decision, "reason"),
    columns(_("reasons of removals"), Purge, "reason"),
)
NO_TEXTS = {Trust: "an organisation's field"}
