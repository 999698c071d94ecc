# SPDX-License-Identifier: EUPL-1.2
"""Why a claim was not taken, and the way out."""

from django.utils.translation import gettext

from pristan.platform.claims import errors, services
from pristan.platform.receiving import throttle


def slip(error: Exception) -> str:
    """Why it did not work, and the way out."""
    if isinstance(error, errors.BadClaim):
        return _bad(error.field)
    if isinstance(error, throttle.TooMany):
        return gettext("Too much came in this hour. Please try again later, or call.")
    if isinstance(error, errors.ClaimMissing):
        return gettext("We know no claim with this code. Look at each letter and digit again.")
    if isinstance(error, errors.Decided):
        return gettext(
            "It is decided already, so it cannot be taken back. Look it up to see what became of it."
        )
    return gettext("This organisation asked not to be listed. Please call the city.")


def _bad(field: str) -> str:
    return {
        "email": gettext("Write one e-mail address of your organisation, as in office@example.org."),
        "role": gettext("Say what you do there, in a few words (at most %(count)d characters).")
        % {"count": services.LONGEST["role"]},
        "page": gettext(
            "Offer one way to check. A page begins with https:// and has at most %(count)d characters."
        )
        % {"count": services.LONGEST["page"]},
        "reception": gettext("The phone number is too long."),
        "known_at": gettext("Please write at most %(count)d characters here.")
        % {"count": services.LONGEST["known_at"]},
    }[field]
