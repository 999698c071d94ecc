# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class FactsConfig(AppConfig):
    """The app `facts`."""

    name = "pristan.platform.facts"
    label = "facts"
