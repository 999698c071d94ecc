# SPDX-License-Identifier: EUPL-1.2
"""Wiring of the packs."""

from django.apps import AppConfig


class PacksConfig(AppConfig):
    """City packs: files, digests, conflicts."""

    name = "pristan.platform.packs"
    label = "packs"
