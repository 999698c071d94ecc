# SPDX-License-Identifier: EUPL-1.2
"""Whose record it is: the city's editors read that of every entry, an organisation that of its own."""

from pristan.city.directory import policies, selectors
from pristan.platform.accounts.actors import Actor
from pristan.platform.audit.concerns import EVERY, Keys


def keys(actor: Actor) -> Keys:
    """The entries whose record this actor may read. Reviewers of a language see entries, but not who did what to them."""
    if policies.edits_city(actor):
        return EVERY
    return selectors.kept_by(actor).values_list("key", flat=True)


def organizations(actor: Actor) -> Keys:
    """The organisations whose record this actor may read."""
    if policies.edits_city(actor):
        return EVERY
    return frozenset().union(*(actor.scopes(role) for role in policies.MEMBERS))
