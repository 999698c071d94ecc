# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class WebConfig(AppConfig):
    """The public pages."""

    name = "pristan.doors.web"
    label = "web"
