# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class TicksConfig(AppConfig):
    """The app `ticks`."""

    name = "pristan.platform.ticks"
    label = "ticks"
