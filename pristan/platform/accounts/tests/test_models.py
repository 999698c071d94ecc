# SPDX-License-Identifier: EUPL-1.2
"""People who work here sign in by e-mail."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from pristan.platform.accounts.models import User

AT = datetime(2026, 5, 4, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def test_this_is_the_user_of_django() -> None:
    assert get_user_model() is User


def test_an_email_is_one_account_whatever_its_case() -> None:
    user = User.objects.add(email=" Ana@Example.ORG ", display_name="Ana", at=AT, password="correct horse")
    assert user.email == "ana@example.org"
    assert User.objects.get_by_natural_key("ANA@example.org") == user
    assert user.check_password("correct horse")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.add(email="ANA@EXAMPLE.ORG", display_name="Another", at=AT)


def test_the_database_refuses_capitals_that_went_round_the_manager() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="Ana@example.org", display_name="Ana", joined_at=AT)


def test_without_a_password_nobody_signs_in_with_one() -> None:
    user = User.objects.add(email="b@example.org", display_name="B", at=AT)
    assert not user.has_usable_password()


def test_public_ids_are_random_and_tell_no_time() -> None:
    one, other = (User.objects.add(email=f"{name}@example.org", display_name=name, at=AT) for name in "ab")
    assert one.uuid.version == other.uuid.version == 4
    assert one.uuid != other.uuid
