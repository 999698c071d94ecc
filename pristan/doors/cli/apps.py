# SPDX-License-Identifier: EUPL-1.2
"""Wiring of the command line."""

from django.apps import AppConfig


class CliConfig(AppConfig):
    """The `pristan` command."""

    name = "pristan.doors.cli"
    label = "cli"
