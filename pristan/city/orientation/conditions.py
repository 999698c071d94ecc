# SPDX-License-Identifier: EUPL-1.2
"""Conditions in plain words, for a page that knows nobody's answers: what must be so, one sentence for each part."""

from collections.abc import Sequence

from django.utils.translation import gettext, pgettext

from pristan.city.orientation.words import Names, sentence
from pristan.core.rules import Condition, Leaf, parse
from pristan.core.rules.nodes import AllOf, AnyOf, Held, Not
from pristan.platform.ui import lists


def in_words(given: object, names: Names) -> list[str]:
    """What all must be so, of a condition as the published documents hold it; nothing where there is none."""
    return _all(parse(given, "when"), names, is_negated=False) if given else []


def _all(condition: Condition, names: Names, *, is_negated: bool) -> list[str]:
    """The sentences that all must hold. The contrary of "any" is "all" of the contraries."""
    if isinstance(condition, Not):
        return _all(condition.part, names, is_negated=not is_negated)
    if isinstance(condition, AllOf | AnyOf):
        if isinstance(condition, AllOf) != is_negated:
            return [each for part in condition.parts for each in _all(part, names, is_negated=is_negated)]
        return [_one_of([_all(part, names, is_negated=is_negated) for part in condition.parts])]
    if isinstance(condition, Held) and is_negated:
        return [_none_of(condition, names)]
    return [sentence(Leaf(condition.attribute, condition, is_negated), names)]


def _none_of(held: Held, names: Names) -> str:
    told = lists.listed(names[code]["text"] if code in names else code for code in held.codes)
    return gettext("your status is none of: %(statuses)s") % {"statuses": told}


def _one_of(choices: Sequence[Sequence[str]]) -> str:
    together = [pgettext("between two conditions", " and ").join(each) for each in choices]
    return pgettext("between two conditions", " – or ").join(together)
