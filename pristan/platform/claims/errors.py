# SPDX-License-Identifier: EUPL-1.2
"""Why a claim is not taken or not granted: one class per cause."""


class BadClaim(ValueError):
    """Something in the form is missing or cannot be so; ``field`` says where."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


class ClaimMissing(Exception):
    """There is no such claim, or this actor may not see it."""


class Decided(Exception):
    """It is granted, refused or taken back already."""


class UnknownAnswer(ValueError):
    """Not one of the fixed answers."""


class NothingChecked(ValueError):
    """No check was ticked, or one that nobody declared."""


class CheckImpossible(ValueError):
    """The check cannot have been made: the e-mail is of another domain, or no number was listed before the claim."""

    def __init__(self, check: str) -> None:
        super().__init__(f"`{check}` cannot hold for this claim")
        self.check = check


class OwnClaim(Exception):
    """Nobody vets or grants a claim of their own address."""


class NotVetted(Exception):
    """Too few persons vetted it, or nobody called back where that is compulsory."""


class NotListed(Exception):
    """The organisation asked not to be listed."""


class NoOrganization(Exception):
    """The thing belongs to no organisation that somebody could manage."""
