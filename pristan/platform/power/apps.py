# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class PowerConfig(AppConfig):
    """The app `power`."""

    name = "pristan.platform.power"
    label = "power"
