# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with proposals: one class per cause, each with the way out."""

from collections.abc import Sequence


class ProposalMissing(Exception):
    """There is no such proposal, or this actor may not see it."""


class KeyTaken(ValueError):
    """A new thing cannot have the key of one that is there."""

    def __init__(self, key: str) -> None:
        super().__init__(f"`{key}` is there already. Choose another id, or propose a change of it.")


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


class RemovedForGood(ValueRefused):
    """Something in a value was removed for good."""


class NotListed(ValueRefused):
    """Whose thing it is asked not to be listed."""


class SecretPlace(ValueRefused):
    """A value says where something is that must not be found."""


class TooManyOpen(ValueRefused):
    """One person has as many proposals open as a queue that others read can bear."""

    def __init__(self) -> None:
        super().__init__("", "You have so many open proposals that no more fit in. Take some back, or wait until some are decided.")  # fmt: skip


class ChangedMeanwhile(Exception):
    """Somebody else changed the same fields since; nothing was written, nothing is lost."""

    def __init__(self, fields: Sequence[str]) -> None:
        super().__init__(
            f"Changed by somebody else since this was written: {', '.join(fields)}. Look at both versions and choose."
        )
        self.fields = tuple(fields)


class WrittenAnew(ChangedMeanwhile):
    """The author went on writing since the reviewer opened the page; nobody publishes or refuses what they never saw."""


class OwnProposal(Exception):
    """Nobody decides about what they proposed themselves."""

    def __init__(self) -> None:
        super().__init__("This is your own proposal. Somebody else has to look at it.")


class NoSuchVersion(Exception):
    """The thing has no version with this number."""


class PurgeMissing(Exception):
    """There is no such wish to remove a value, or this actor may not see it."""


class PurgeRefused(ValueError):
    """A value is not removed for good; each cause is a class of its own and says the way out."""


class ValueTooShort(PurgeRefused):
    """So little stands everywhere."""

    def __init__(self) -> None:
        super().__init__(
            "This is too short: it would be taken out of texts that mean something else. Write all of it."
        )


class ValueNowhere(PurgeRefused):
    """It stands nowhere."""

    def __init__(self) -> None:
        super().__init__("This stands nowhere. Copy it as it stands in the entry or in one of its versions.")


class ReasonSaysValue(PurgeRefused):
    """The reason stays, so it may not say what is to go."""

    def __init__(self) -> None:
        super().__init__(
            "The reason is kept, so it must not say what is to be removed. Say it in other words."
        )


class ReasonMissing(PurgeRefused):
    """A second person has to understand why."""

    def __init__(self) -> None:
        super().__init__("Say why it has to go, so that a second person can decide.")


class OtherValue(PurgeRefused):
    """The second person typed something else than the first."""

    def __init__(self) -> None:
        super().__init__(
            "This is not what was asked for. Ask the first person what it is; do not write it down anywhere."
        )


class SecondPersonNeeded(PurgeRefused):
    """Nobody removes what they asked to be removed themselves."""

    def __init__(self) -> None:
        super().__init__("You asked for this yourself. Somebody else has to look at it and remove it.")
