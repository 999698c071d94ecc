# SPDX-License-Identifier: EUPL-1.2
"""What the libraries of the entrance keep about people who work here, and why."""

from datetime import timedelta

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from pristan.platform.accounts.privacy import closed
from pristan.platform.privacy.retention import Delete, Ends, Held, Keep, Retention, Secret

WITH_ACCOUNT = timedelta(0)
SESSION = timedelta(hours=12)
UNUSED = Delete(
    WITH_ACCOUNT, "not used here: addresses stand with the account, and nothing else is ever written"
)

RETENTION: Retention = {
    Session: dict.fromkeys(
        ("session_key", "session_data", "expire_date"),
        Delete(SESSION, "keeps somebody signed in for one working day"),
    ),
    UserSession: dict.fromkeys(
        ("user", "created_at", "ip", "last_seen_at", "session_key", "user_agent", "data"),
        Delete(SESSION, "lets people see where they are signed in; the address is a pseudonym of one day"),
    ),
    Authenticator: dict.fromkeys(
        ("user", "type", "data", "created_at", "last_used_at"),
        Delete(WITH_ACCOUNT, "the second factor, secrets encrypted; useless the day an account is closed"),
    ),
    SocialAccount: dict.fromkeys(
        ("user", "provider", "uid", "last_login", "date_joined", "extra_data"),
        Delete(
            WITH_ACCOUNT,
            "knows somebody again who comes from the identity provider; what it tells is not kept",
        ),
    ),
    EmailAddress: dict.fromkeys(("user", "email", "verified", "primary"), UNUSED),
    EmailConfirmation: dict.fromkeys(("email_address", "created", "sent", "key"), UNUSED),
    SocialToken: dict.fromkeys(("app", "account", "token", "token_secret", "expires_at"), UNUSED),
    SocialApp: dict.fromkeys(
        ("provider", "provider_id", "name", "client_id", "secret", "key", "settings"),
        Keep("not used here: the provider is a setting; it holds nobody"),
    ),
}
ENDS: Ends = {
    Session: lambda before: Session.objects.filter(expire_date__lte=before),
    UserSession: lambda before: UserSession.objects.filter(last_seen_at__lte=before),
    Authenticator: lambda before: Authenticator.objects.filter(user__in=closed(before)),
    SocialAccount: lambda before: SocialAccount.objects.filter(user__in=closed(before)),
    EmailAddress: lambda before: EmailAddress.objects.all(),
    EmailConfirmation: lambda before: EmailConfirmation.objects.all(),
    SocialToken: lambda before: SocialToken.objects.all(),
}
HELD: Held = {
    UserSession: lambda person: UserSession.objects.filter(user__uuid=person),
    Authenticator: lambda person: Authenticator.objects.filter(user__uuid=person),
    SocialAccount: lambda person: SocialAccount.objects.filter(user__uuid=person),
    EmailAddress: lambda person: EmailAddress.objects.filter(user__uuid=person),
}
SECRET: Secret = {
    UserSession: {"session_key": "whoever has it is signed in"},
    Authenticator: {"data": "the secret of the second factor"},
}
