# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class LifecycleConfig(AppConfig):
    """The app `lifecycle`."""

    name = "pristan.platform.lifecycle"
    label = "lifecycle"
