# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class PublishedConfig(AppConfig):
    """The app `published`."""

    name = "pristan.platform.published"
    label = "published"
