# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class TranslationsConfig(AppConfig):
    """The app `translations`."""

    name = "pristan.platform.translations"
    label = "translations"
