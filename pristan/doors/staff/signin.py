# SPDX-License-Identifier: EUPL-1.2
"""allauth's app, without its demand to run its middleware for every address: ours runs it below ``/staff/`` only."""

from importlib import import_module

from allauth.account.apps import AccountConfig


class SignInConfig(AccountConfig):
    """The app `account`."""

    def ready(self) -> None:
        """Its own checks, and nothing about the list of middleware (see ``doors/staff/middleware.py``)."""
        import_module("allauth.account.checks")
