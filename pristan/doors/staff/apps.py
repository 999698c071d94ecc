# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    """The app `staff`."""

    name = "pristan.doors.staff"
    label = "staff"
