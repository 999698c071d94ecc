# SPDX-License-Identifier: EUPL-1.2
"""Roles as data: what a person who works here can be, and over what.

A role says nothing about what it may do: that stands in the ``policies.py`` of each app. A role is held over a *scope*: the
whole city (written as an empty string), one organisation (the key of its entry), one language (its code), one office.
"""

from dataclasses import dataclass
from typing import Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Over = Literal["city", "organization", "language", "office"]


@dataclass(frozen=True)
class Role:
    """One role: its key, what it is held over, and whether it publishes or sees persons (then a second factor is compulsory)."""

    key: str
    over: Over
    publishes: bool = False
    sees_persons: bool = False

    @property
    def needs_second_factor(self) -> bool:
        """Who publishes or sees persons signs in with more than a password."""
        return self.publishes or self.sees_persons


ORGANIZATION_EDITOR: Final = "organization_editor"
ORGANIZATION_MANAGER: Final = "organization_manager"
LANGUAGE_REVIEWER: Final = "language_reviewer"
CITY_EDITOR: Final = "city_editor"
COUNSELLOR: Final = "counsellor"
OFFICIAL: Final = "official"
ADMINISTRATOR: Final = "administrator"

ROLES: Final[dict[str, Role]] = {
    role.key: role
    for role in (
        Role(ORGANIZATION_EDITOR, "organization"),
        Role(ORGANIZATION_MANAGER, "organization", publishes=True),
        Role(LANGUAGE_REVIEWER, "language", publishes=True),
        Role(CITY_EDITOR, "city", publishes=True),
        Role(COUNSELLOR, "organization", sees_persons=True),
        Role(OFFICIAL, "office", sees_persons=True),
        Role(ADMINISTRATOR, "city", publishes=True, sees_persons=True),
    )
}

# The roles as people call them.
WORDS: Final[dict[str, Promise]] = {
    ORGANIZATION_EDITOR: _("Editor of an organisation"),
    ORGANIZATION_MANAGER: _("Manager of an organisation"),
    LANGUAGE_REVIEWER: _("Reviewer of a language"),
    CITY_EDITOR: _("City editor"),
    COUNSELLOR: _("Counsellor"),
    OFFICIAL: _("Official of an office"),
    ADMINISTRATOR: _("Administrator"),
}

# Who may give (and end) which roles; a role over an organisation is given within the giver's own one.
GIVES: Final[dict[str, tuple[str, ...]]] = {
    ORGANIZATION_MANAGER: (ORGANIZATION_EDITOR, ORGANIZATION_MANAGER),
    CITY_EDITOR: (ORGANIZATION_EDITOR, ORGANIZATION_MANAGER, LANGUAGE_REVIEWER),
    ADMINISTRATOR: tuple(ROLES),
}


def known(key: str) -> Role:
    """The role with this key. Raises UnknownRole."""
    try:
        return ROLES[key]
    except KeyError:
        raise UnknownRole(key) from None


def role_words(key: str) -> Promise:
    """The role in the reader's words. Raises UnknownRole."""
    return WORDS[known(key).key]


class UnknownRole(ValueError):
    """There is no such role."""

    def __init__(self, key: str) -> None:
        super().__init__(f"`{key}` is no role; the roles are {', '.join(ROLES)}")
