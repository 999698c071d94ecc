# SPDX-License-Identifier: EUPL-1.2
"""How one gets in and keeps one's keys: those pages of allauth that we use, under the names that it asks for.

There is no page to sign up, to change an e-mail address, or to sign in by a code in a mail.
"""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkey
from allauth.socialaccount import views as provider
from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.usersessions import views as sessions
from django.urls import path, re_path

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("factor/", factor.index, name="mfa_index"),
    path("factor/authenticate/", factor.authenticate, name="mfa_authenticate"),
    path("factor/reauthenticate/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("factor/app/add/", totp.activate_totp, name="mfa_activate_totp"),
    path("factor/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("factor/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("factor/codes/generate/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("factor/codes/download/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("factor/passkeys/", passkey.list_webauthn, name="mfa_list_webauthn"),
    path("factor/passkeys/add/", passkey.add_webauthn, name="mfa_add_webauthn"),
    path("factor/passkeys/login/", passkey.login_webauthn, name="mfa_login_webauthn"),
    path(
        "factor/passkeys/reauthenticate/", passkey.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"
    ),
    path("factor/passkeys/<int:pk>/remove/", passkey.remove_webauthn, name="mfa_remove_webauthn"),
    path("factor/passkeys/<int:pk>/edit/", passkey.edit_webauthn, name="mfa_edit_webauthn"),
    path("sessions/", sessions.list_usersessions, name="usersessions_list"),
    path("oidc/<slug:provider_id>/login/", oidc.login, name="openid_connect_login"),
    path("oidc/<slug:provider_id>/login/callback/", oidc.callback, name="openid_connect_callback"),
    path("provider/cancelled/", provider.login_cancelled, name="socialaccount_login_cancelled"),
]
