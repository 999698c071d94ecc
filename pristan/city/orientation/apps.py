# SPDX-License-Identifier: EUPL-1.2
"""Wiring of orientation."""

from django.apps import AppConfig


class OrientationConfig(AppConfig):
    """Rights and plans: no tables; an engine for browsers among the static files."""

    name = "pristan.city.orientation"
    label = "orientation"
