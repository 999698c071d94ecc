# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with forgetting: one class per cause."""


class NoSuchPerson(LookupError):
    """No account has this e-mail."""

    def __init__(self) -> None:
        super().__init__("no account has this e-mail; `pristan privacy due` lists the accounts that are about to be closed or stripped")  # fmt: skip


class ReasonMissing(ValueError):
    """An erasure without a reason, or with one that holds what must be forgotten."""

    def __init__(self) -> None:
        super().__init__("say why in words without an e-mail address, as in `--why 'asked for it on 3 November'`: the reason stays on record")  # fmt: skip


class CannotEmpty(TypeError):
    """A field is declared to be stripped and nobody says what stands there then."""

    def __init__(self, field: str) -> None:
        super().__init__(f"{field} can be neither null nor empty; say in BLANKS of its app's privacy.py what stands there once it is stripped")  # fmt: skip
