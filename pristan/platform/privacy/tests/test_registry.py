# SPDX-License-Identifier: EUPL-1.2
"""Who has spoken about forgetting, and who has not."""

from datetime import timedelta

import pytest

from pristan.platform.accounts import privacy as accounts
from pristan.platform.accounts.models import User
from pristan.platform.privacy import registry
from pristan.platform.privacy.retention import Keep, Strip

OUR_APPS = ("accounts", "audit", "lifecycle", "translations", "published")


def of(names: list[str], apps: tuple[str, ...] = OUR_APPS) -> list[str]:
    """Those that belong to these apps."""
    return [name for name in names if name.split(".")[0] in apps]


def test_the_apps_of_the_platform_have_declared_every_field() -> None:
    assert of(registry.undeclared_fields()) == []
    assert of(registry.stale_declarations()) == []


def test_a_field_that_says_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    fates = dict(accounts.RETENTION[User])
    del fates["display_name"]
    monkeypatch.setattr(accounts, "RETENTION", {User: fates})
    assert of(registry.undeclared_fields()) == ["accounts.User.display_name"]


def test_a_declaration_about_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        accounts, "RETENTION", {User: {**accounts.RETENTION[User], "shoe_size": Keep("why not")}}
    )
    assert of(registry.stale_declarations()) == ["accounts.User.shoe_size"]


def test_automatic_keys_need_no_word() -> None:
    assert "accounts.User.id" not in registry.retention()
    assert "accounts.User.id" not in registry.undeclared_fields()


def test_what_is_declared_can_be_asked() -> None:
    fate = registry.retention()["accounts.User.display_name"]
    assert isinstance(fate, Strip)
    assert fate.after == timedelta(days=365)
    assert all(fate.why for fate in registry.retention().values())


def test_a_fate_without_an_end_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "ENDS", {})
    assert registry.endless() == ["accounts.User"]


def test_a_reference_to_an_account_without_a_word_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from pristan.platform.power import privacy as power

    monkeypatch.setattr(power, "HELD", {})
    assert registry.unheld() == ["power.Grant.user", "power.StaffSession.user"]


def test_secrets_and_blanks_are_collected() -> None:
    assert "accounts.User.password" in registry.secrets()
    assert "accounts.User.email" in registry.blanks()
    assert User in registry.held()
    assert User in registry.ends()
