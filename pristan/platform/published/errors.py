# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with the read model: one class per cause, each tells the way out."""

from uuid import UUID


class PublishingError(Exception):
    """Readers keep what they had."""


class DatabaseFull(PublishingError):
    """The disk, or the database's own limit, is reached."""

    def __init__(self) -> None:
        super().__init__(
            "the disk or the database is full; readers keep the former version. Free some space and run it "
            "again: it goes on from the start and cleans what was half written"
        )


class NothingPublished(PublishingError):
    """No document of this kind exists in this language yet."""

    def __init__(self, kind: str, language: str) -> None:
        super().__init__(
            f"no {kind} is published in `{language}`; load a pack (`pristan pack load`), "
            "or ask in a language it has"
        )


class AddressTaken(PublishingError):
    """Two things claim the same address with the same right."""

    def __init__(self, address: str, holder: UUID, claimant: UUID) -> None:
        super().__init__(
            f"the address `{address}` belongs to {holder} and is claimed by {claimant}; "
            "give one of them another slug"
        )


class OutsideTransaction(PublishingError):
    """A mark that could outlive, or miss, the change it tells of."""

    def __init__(self, verb: str) -> None:
        super().__init__(
            f"`{verb}` works inside the transaction of the change only; call it in the same `atomic` block"
        )
