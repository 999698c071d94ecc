# SPDX-License-Identifier: EUPL-1.2
"""Every act has an actor; those who must be findable have an id."""

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime

import pytest

from pristan.platform.accounts.actors import ANONYMOUS, SYSTEM, Actor, person, signed_link, system
from pristan.platform.accounts.models import User


def test_constants_and_constructors() -> None:
    assert (ANONYMOUS.kind, ANONYMOUS.id, ANONYMOUS.is_known) == ("anonymous", "", False)
    assert (SYSTEM.kind, SYSTEM.is_known) == ("system", True)
    assert system("pack-load").id == "pack-load"
    assert signed_link("k7x2").kind == "signed_link"


def test_a_person_is_known_by_an_opaque_id() -> None:
    user = User(email="ana@example.org", display_name="Ana", joined_at=datetime(2026, 1, 1, tzinfo=UTC))
    actor = person(user)
    assert actor == Actor("person", str(user.uuid), "Ana")
    assert "example" not in actor.id


@pytest.mark.parametrize("kind", ["person", "signed_link"])
def test_nobody_hides_behind_an_empty_id(kind: str) -> None:
    with pytest.raises(ValueError, match="needs an id"):
        Actor(kind, "")  # type: ignore[arg-type]


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="the kinds are person, system, signed_link, anonymous"):
        Actor("root", "1")  # type: ignore[arg-type]


def test_an_actor_cannot_become_another() -> None:
    with pytest.raises(FrozenInstanceError):
        SYSTEM.id = "somebody"  # type: ignore[misc]
