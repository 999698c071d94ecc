# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class ReceivingConfig(AppConfig):
    """The app `receiving`."""

    name = "pristan.platform.receiving"
    label = "receiving"
