# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """The app `review`."""

    name = "pristan.platform.review"
    label = "review"
