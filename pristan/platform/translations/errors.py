# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with a translation: one class per cause."""

from pristan.platform.accounts.actors import Actor


class TextMissing(Exception):
    """There is nothing to review at this path in this language."""

    def __init__(self, field: str, language: str) -> None:
        super().__init__(f"`{field}` has no translation in {language}; write one and pass it as `value`")


class OnlyPeopleReview(Exception):
    """A machine cannot vouch for a translation."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(
            f"only a person can review a translation, not {actor.kind}; leave it a machine draft"
        )
