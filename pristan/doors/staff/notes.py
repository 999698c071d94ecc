# SPDX-License-Identifier: EUPL-1.2
"""What is told on the next page after somebody's account changed, by allauth's name for the occasion."""

from django.utils.translation import gettext_lazy as _

NOTES = {
    "account/messages/logged_out.txt": _("You are signed out. On a shared desk, close the browser too."),
    "account/messages/password_changed.txt": _("The new password is saved."),
    "account/messages/password_set.txt": _("The new password is saved."),
    "mfa/messages/totp_activated.txt": _("The app is set up."),
    "mfa/messages/totp_deactivated.txt": _("The app is removed."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "mfa/messages/recovery_codes_generated.txt": _("There are new recovery codes."),
    "usersessions/messages/sessions_logged_out.txt": _("All other sessions are signed out."),
}
