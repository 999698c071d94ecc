# SPDX-License-Identifier: EUPL-1.2
"""What happens at the entrance goes on record: who signed in, whose password or second factor changed. Never a value.

With a sign-out and with new keys staff sessions and other browsers end. And who was granted a claim gets a letter."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.auth import signals as auth
from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.utils import timezone
from django.utils.translation import override

from pristan.doors.staff import city, clock, factors, mail
from pristan.platform.accounts.actors import ANONYMOUS, Actor, person
from pristan.platform.accounts.models import User
from pristan.platform.audit import services as audit
from pristan.platform.claims.events import ClaimGranted
from pristan.platform.power import staff_sessions
from pristan.platform.power.digests import digest
from pristan.platform.power.models import StaffSession
from pristan.platform.power.roles import role_words


def listen() -> None:
    """Connect everything; called once, when the apps are ready."""
    auth.user_logged_in.connect(_signed_in)
    auth.user_logged_out.connect(_signed_out)
    auth.user_login_failed.connect(_failed)
    for signal in (account.password_changed, account.password_set, account.password_reset):
        signal.connect(_password_changed)
    post_delete.connect(_browser_signed_out, sender=UserSession)
    post_save.connect(_factor_added, sender=Authenticator)
    post_delete.connect(_factor_removed, sender=Authenticator)
    pre_save.connect(_forget_what_the_provider_told, sender=SocialAccount)
    ClaimGranted.connect(_invite)


def _signed_in(sender: Any, request: Any, user: User, **rest: Any) -> None:
    clock.begin(request.session, timezone.now())
    _record("accounts.session.began", user, person(user))


def _signed_out(sender: Any, request: Any, user: User | None, **rest: Any) -> None:
    """By hand, or because nobody was there: what was open in this browser is over."""
    if user is not None and (key := request.session.session_key):
        _close_staff_sessions(user, browser=digest(key))


def _browser_signed_out(sender: Any, instance: UserSession, **rest: Any) -> None:
    """By its owner from another browser, or swept away."""
    _close_staff_sessions(instance.user, browser=digest(instance.session_key))


def _failed(sender: Any, credentials: dict[str, Any], **rest: Any) -> None:
    if user := User.objects.filter(email=str(credentials.get("email", "")).strip().lower()).first():
        _record("accounts.session.refused", user, ANONYMOUS)


def _password_changed(sender: Any, user: User, **rest: Any) -> None:
    """The key of this browser changes with it, and all others are signed out."""
    _record("accounts.password.changed", user, person(user))
    _close_staff_sessions(user)


def _factor_added(sender: Any, instance: Authenticator, created: bool, **rest: Any) -> None:
    if created:
        _record("accounts.factor.added", instance.user, person(instance.user), why=instance.type)
        if factors.is_first(instance):
            factors.only_here(instance, at=timezone.now())


def _factor_removed(sender: Any, instance: Authenticator, **rest: Any) -> None:
    _record("accounts.factor.removed", instance.user, person(instance.user), why=instance.type)


def _forget_what_the_provider_told(sender: Any, instance: SocialAccount, **rest: Any) -> None:
    """Name, picture, groups: none of it is needed here."""
    instance.extra_data = {}


def _invite(sender: Any, email: str, link: str, role: str, language: str, **rest: Any) -> None:
    with override(language):
        mail.send(mail.invitation(email, link, str(role_words(role)), city.name(language)))


def _close_staff_sessions(user: User, **which: str) -> None:
    at = timezone.now()
    found = StaffSession.objects.open(at).filter(user__uuid=user.uuid, **which)
    staff_sessions.close(found, actor=person(user), at=at)


def _record(what: str, user: User, actor: Actor, why: str = "") -> None:
    with transaction.atomic():
        audit.record(what=what, actor=actor, about=("user", str(user.uuid)), at=timezone.now(), why=why)
