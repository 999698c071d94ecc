# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The app `search`."""

    name = "pristan.platform.search"
    label = "search"
