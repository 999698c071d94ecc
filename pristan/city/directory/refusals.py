# SPDX-License-Identifier: EUPL-1.2
"""Why a value of an entry was not written."""

from collections.abc import Iterable


class FieldRefused(Exception):
    """A value does not have the shape of its field; nothing was written."""


class AskedNotToBeListed(FieldRefused):
    """Its organisation does not want to be listed; a person must take that back first."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"`{key}` asked not to be listed. Take that back on its page first, if it wants to be listed again."
        )


class KeyInUse(FieldRefused):
    """A new entry cannot have the id of one that is or was there, nor an address that leads somewhere."""

    def __init__(self, key: str) -> None:
        super().__init__(f"`{key}` is taken. Choose another id.")


class PlaceSecret(FieldRefused):
    """Nobody reads where it is, and nobody writes it down."""

    def __init__(self) -> None:
        super().__init__("This place is secret: `locations` must stay empty.")


class UrgentHelp(Exception):
    """Readers in danger are sent to some of these entries: somebody must look a second time. ``keys`` says which."""

    def __init__(self, keys: list[str]) -> None:
        self.keys = keys
        super().__init__(
            f"urgent help would be gone: {', '.join(keys)}; confirm it, and change `urgent` in city.yaml"
        )


class TextsChanged(Exception):
    """Somebody else wrote these texts, or their originals, after they were shown. Nothing was written; show them anew. ``paths`` says which."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = frozenset(paths)
        super().__init__(f"changed meanwhile: {', '.join(sorted(self.paths))}; read them once more")
