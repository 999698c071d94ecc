# SPDX-License-Identifier: EUPL-1.2
"""The running city."""

from config.settings.base import *  # noqa: F403
