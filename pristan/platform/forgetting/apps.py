# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class ForgettingConfig(AppConfig):
    """The app `forgetting`."""

    name = "pristan.platform.forgetting"
    label = "forgetting"
