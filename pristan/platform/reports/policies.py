# SPDX-License-Identifier: EUPL-1.2
"""Who reads what visitors report: those who review things of a kind. Nobody else, and no organisation about itself."""

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit
from pristan.platform.review import policies as review


def can_read(actor: Actor | None) -> Permit:
    """May this actor open the reports?"""
    return review.can_review(actor)
