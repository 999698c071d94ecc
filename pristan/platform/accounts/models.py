# SPDX-License-Identifier: EUPL-1.2
"""People who work here. People who are helped are never users and have tables of their own."""

from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class UserManager(BaseUserManager["User"]):
    """Finds and makes users by e-mail, whatever the case of its letters."""

    def add(self, *, email: str, display_name: str, at: datetime, password: str | None = None) -> "User":
        """A new user; without a password nobody signs in with one. A known e-mail raises IntegrityError."""
        user = self.model(email=email.strip().lower(), display_name=display_name, joined_at=at)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user with this e-mail. Raises User.DoesNotExist."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """Somebody who works here: signs in by e-mail, is shown by a display name of their own choice.

    What a user may do is said by the ``policies.py`` of each app, never by flags here.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    email = models.EmailField(unique=True)
    display_name = models.CharField(max_length=80)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="accounts_email_in_lower_case"
            ),
        ]

    def __str__(self) -> str:
        return self.display_name
