# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    """The app `claims`."""

    name = "pristan.platform.claims"
    label = "claims"
