# SPDX-License-Identifier: EUPL-1.2
"""Watch over a browser window: what a page must never do, whatever the test looks at."""

from typing import Any
from urllib.parse import urlsplit

# Answers with an error are what some tests ask for; the browser also writes them to its console.
ASKED_FOR = "Failed to load resource"
LOCAL = ("127.0.0.1", "localhost", "[::1]", "::1")


class Watch:
    """Collects what goes wrong in one browser context. ``is_staff``: somebody may sign in, so cookies below /staff/ are right."""

    def __init__(self, context: Any, *, is_staff: bool = False) -> None:
        self.context = context
        self.is_staff = is_staff
        self.troubles: list[str] = []
        context.on("weberror", lambda error: self.troubles.append(f"script error: {error.error}"))
        context.on("console", self._heard)
        context.on("request", self._asked)

    def close(self) -> list[str]:
        """End the window; everything that went wrong in it."""
        cookies = [
            f"cookie: {cookie['name']}" for cookie in self.context.cookies() if not self._is_right(cookie)
        ]
        self.context.close()
        return [*self.troubles, *cookies]

    def _is_right(self, cookie: Any) -> bool:
        return self.is_staff and cookie["path"] == "/staff/" and cookie["httpOnly"]

    def _heard(self, message: Any) -> None:
        if message.type == "error" and ASKED_FOR not in message.text:
            self.troubles.append(f"console: {message.text} ({message.page.url if message.page else ''})")

    def _asked(self, request: Any) -> None:
        parts = urlsplit(request.url)
        if request.is_navigation_request() and request.frame.parent_frame is None:
            return  # somebody leaves the site; nothing of ours calls out
        if parts.scheme in ("http", "https") and parts.hostname not in LOCAL:
            self.troubles.append(f"request to another host: {request.url}")
