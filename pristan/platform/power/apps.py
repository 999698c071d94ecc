# SPDX-License-Identifier: EUPL-1.2
"""Wiring only."""

from django.apps import AppConfig


class PowerConfig(AppConfig):
    """The app `power`."""

    name = "pristan.platform.power"
    label = "power"

    def ready(self) -> None:
        """Everybody reads what was done to their own account; administrators what was done to any."""
        from pristan.platform.audit import concerns, reasons
        from pristan.platform.power import policies, staff_sessions

        concerns.register("user", policies.accounts_on_record)
        reasons.register("staff_session", staff_sessions.reasons)
