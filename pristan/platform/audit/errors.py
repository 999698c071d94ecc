# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with the audit trail: one class per cause."""


class AuditIsAppendOnly(Exception):
    """Somebody tried to change or delete what is on record."""

    def __init__(self, done: str, things: str = "entries") -> None:
        super().__init__(f"audit {things} are never {done}; record a new entry that says what was wrong")


class AuditOutsideTransaction(Exception):
    """A record that could outlive, or miss, the change it tells of."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"`{what}` was recorded outside a transaction; record it in the `atomic` block of the change"
        )


class BadAuditKey(ValueError):
    """The key does not read `app.noun.past`."""

    def __init__(self, what: str) -> None:
        super().__init__(f"`{what}` is no audit key; write `app.noun.past`, as in `packs.pack.loaded`")


class PersonalValueRefused(ValueError):
    """What was to be recorded seems to hold a value of a person. The message does not repeat it."""

    def __init__(self, field: str, found: str) -> None:
        super().__init__(
            f"`{field}` seems to hold {found}; the audit keeps no values of persons, and nothing was done. Say it without"
        )
