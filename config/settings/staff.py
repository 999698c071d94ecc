# SPDX-License-Identifier: EUPL-1.2
"""The signed-in side: who gets in, how long a session lasts, what the mail server and the identity provider are.

Nothing here touches the public side: all of it runs only below ``/staff/`` (``doors/staff/middleware.py``).
"""

from datetime import timedelta
from typing import Any

import environ

env = environ.Env()

# Whether a server in front speaks TLS: cookies then travel only so, and it is believed when it says that a visitor came by TLS.
IS_HTTPS = env.bool("PRISTAN_HTTPS", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None

# What runs below /staff/ only, in this order.
STAFF_MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "pristan.doors.staff.gate.GateMiddleware",
    "pristan.doors.staff.sent.SentMiddleware",
]

# --- sessions and cookies: only of the signed-in side, so they have its path ---
# Lax and not Strict: whoever follows a link in a mail, or comes back from the identity provider, is still signed in.
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/staff/"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "__Secure-staff" if IS_HTTPS else "staff"
CSRF_COOKIE_NAME = "__Secure-staff-form" if IS_HTTPS else "staff-form"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# However busy: after this long everybody signs in again.
SESSION_LENGTH = timedelta(hours=12)
SESSION_COOKIE_AGE = int(SESSION_LENGTH.total_seconds())
# Minutes without a request after which the next one asks to sign in again: desks are shared.
IDLE_MINUTES = env.int("PRISTAN_STAFF_IDLE_MINUTES", default=15)
CSRF_FAILURE_VIEW = "pristan.doors.staff.errors.forged"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- who somebody is ---
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "display_name")},
    },
]
PASSWORD_RESET_TIMEOUT = 3600
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "staff:start"
LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_ADAPTER = "pristan.doors.staff.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# An account begins with a link that was sent to its e-mail address, so the address needs no second proof.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_FORMS = {
    "login": "pristan.doors.staff.forms.LoginForm",
    "reset_password": "pristan.doors.staff.forms.ResetPasswordForm",
    "reset_password_from_key": "pristan.doors.staff.forms.ResetPasswordKeyForm",
    "user_token": "pristan.doors.staff.forms.LinkForm",
    "change_password": "pristan.doors.staff.forms.ChangePasswordForm",
    "set_password": "pristan.doors.staff.forms.SetPasswordForm",
    "reauthenticate": "pristan.doors.staff.forms.ReauthenticateForm",
}
# Per account few, per address many: a whole office may sit behind one address.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "300/5m/ip,6/10m/key",
    "reset_password": "60/m/ip,4/30m/key",
    "reset_password_from_key": "60/m/ip",
    "change_password": "6/m/user",
    "reauthenticate": "10/m/user",
    "manage_email": False,
    "change_phone": False,
    "signup": False,
    "confirm_email": False,
    "request_login_code": False,
}

MFA_ADAPTER = "pristan.doors.staff.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
# Browsers allow passkeys on localhost without TLS, and so do we.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS
MFA_TOTP_ISSUER = "Pristan"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "pristan.doors.staff.forms.CodeForm",
    "reauthenticate": "pristan.doors.staff.forms.CodeAgainForm",
    "activate_totp": "pristan.doors.staff.forms.ActivateTOTPForm",
    "add_webauthn": "pristan.doors.staff.forms.AddPasskeyForm",
    "edit_webauthn": "pristan.doors.staff.forms.RenamePasskeyForm",
}
USERSESSIONS_TRACK_ACTIVITY = False

# Failed attempts are counted where all workers see them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "attempts",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# --- an identity provider of the city (OpenID Connect), if there is one ---
OIDC_NAME = env.str("PRISTAN_OIDC_NAME", default="")
OIDC_SERVER = env.str("PRISTAN_OIDC_SERVER", default="")
# Hosts that may be asked although they are private or on this machine.
OIDC_PRIVATE_HOSTS = env.list("PRISTAN_OIDC_PRIVATE_HOSTS", default=[])
SOCIALACCOUNT_ADAPTER = "pristan.doors.staff.adapters.ProviderAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "city",
                "name": OIDC_NAME or "OpenID Connect",
                "client_id": env.str("PRISTAN_OIDC_CLIENT", default=""),
                "secret": env.str("PRISTAN_OIDC_SECRET", default=""),
                "settings": {"server_url": OIDC_SERVER},
            }
        ]
        if OIDC_SERVER
        else [],
    }
}

# --- mail: to the server's own output unless a server is named (smtp://user:password@host:587, smtp+tls://...) ---
_MAIL = env.email_url("PRISTAN_MAIL", default="consolemail://")
EMAIL_BACKEND = _MAIL["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _MAIL.get("EMAIL_HOST") or "localhost", _MAIL.get("EMAIL_PORT") or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = (
    _MAIL.get("EMAIL_HOST_USER") or "",
    _MAIL.get("EMAIL_HOST_PASSWORD") or "",
)
EMAIL_FILE_PATH = _MAIL.get("EMAIL_FILE_PATH") or None
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.get("EMAIL_USE_TLS", False), _MAIL.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20
MAIL_IN_BACKGROUND = True
DEFAULT_FROM_EMAIL = env.str("PRISTAN_MAIL_FROM", default="Pristan <noreply@localhost>")
