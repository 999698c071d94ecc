# SPDX-License-Identifier: EUPL-1.2
"""People who work in a served city: invited by the command, signed in by the pages."""

import subprocess
import sys
import time
from typing import Any

from scripts.serving import ROOT, Served

PASSWORD = "correct horse battery staple"


def invited(served: Served, email: str, role: str, scope: str = "", language: str = "en") -> str:
    """The link of an invitation, on this server."""
    words = ["staff", "invite", email, "--role", role, "--scope", scope, "--lang", language]
    done = subprocess.run(
        [sys.executable, "-m", "pristan.doors.cli.main", *words],
        cwd=ROOT, env=dict(served.environment), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return served.url + "/staff/" + done.stdout.strip().split("/staff/")[1]


def code(secret: str) -> str:
    """What an app for codes shows now (RFC 6238)."""
    import base64
    import hmac

    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    made = hmac.digest(key, (int(time.time()) // 30).to_bytes(8, "big"), "sha1")
    at = made[-1] & 15
    return f"{(int.from_bytes(made[at : at + 4], 'big') & 0x7FFFFFFF) % 10**6:06d}"


def join(page: Any, link: str, name: str = "Ana") -> None:
    """Accept an invitation and sign in with the password."""
    assert page.goto(link).status == 200
    page.fill("[name=display_name]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_selector("[name=login]")


def sign_in(page: Any, served: Any, email: str, language: str = "en") -> None:
    """E-mail address and password."""
    if "/login/" not in page.url:
        page.goto(f"{served.url}/staff/{language}/account/login/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", PASSWORD)
    page.click("main form.form button[type=submit]")


def set_up_app(page: Any) -> str:
    """From the page of second factors to recovery codes; the secret of the app."""
    page.click("a[href$='/factor/app/add/']")
    secret = page.inner_text(".secret").strip()
    page.fill("[name=code]", code(secret))
    page.click("main form.form button[type=submit]")
    page.wait_for_selector(".codes")
    return str(secret)
