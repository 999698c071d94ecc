# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """The app `review`."""

    name = "pristan.platform.review"
    label = "review"

    def ready(self) -> None:
        """Declare to the pack what may not come in again."""
        from pristan.platform.packs import guards
        from pristan.platform.review import barred

        guards.register(barred.guard)
