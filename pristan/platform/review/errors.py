# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with proposals: one class per cause, each with the way out."""

from collections.abc import Sequence


class ProposalMissing(Exception):
    """There is no such proposal, or this actor may not see it."""


class NothingProposed(ValueError):
    """The proposal would change nothing."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing differs from what is published. Change at least one field, then send again."
        )


class SourceMissing(ValueError):
    """A change of what readers see says where it is known from."""

    def __init__(self) -> None:
        super().__init__(
            "Say where this is known from: an address on the web, or words such as `our own decision`."
        )


class ValueRefused(ValueError):
    """A value does not have the shape of its field; nothing was written."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


class ChangedMeanwhile(Exception):
    """Somebody else changed the same fields since; nothing was written, nothing is lost."""

    def __init__(self, fields: Sequence[str]) -> None:
        super().__init__(
            f"Changed by somebody else since this was written: {', '.join(fields)}. Look at both versions and choose."
        )
        self.fields = tuple(fields)


class OwnProposal(Exception):
    """Nobody decides about what they proposed themselves."""

    def __init__(self) -> None:
        super().__init__("This is your own proposal. Somebody else has to look at it.")


class NoSuchVersion(Exception):
    """The thing has no version with this number."""
