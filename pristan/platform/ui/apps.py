# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class UiConfig(AppConfig):
    """What all pages are made of: tokens, icons, words for dates and languages, compression, the request line."""

    name = "pristan.platform.ui"
    label = "ui"
