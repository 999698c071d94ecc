# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    """The app `staff`."""

    name = "pristan.doors.staff"
    label = "staff"

    def ready(self) -> None:
        """Listen to what happens at the entrance."""
        from pristan.doors.staff import handlers

        handlers.listen()
