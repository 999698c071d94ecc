# SPDX-License-Identifier: EUPL-1.2
"""Why a report was not taken, and the way out."""

from django.utils.translation import gettext

from pristan.platform.receiving import throttle
from pristan.platform.reports import errors, services


def slip(error: Exception) -> str:
    """Why it did not work, and the way out."""
    if isinstance(error, errors.TooLong):
        return gettext("This is too long for us to keep. Please write at most %(count)d characters.") % {
            "count": services.LONGEST
        }
    if isinstance(error, throttle.TooMany):
        return gettext("Too many reports came in this hour. Please try again later, or call.")
    if isinstance(error, errors.ReportMissing):
        return gettext("We know no report with this code. Look at each letter and digit again.")
    return gettext("Choose what is wrong, or write it in your own words.")
