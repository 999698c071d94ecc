# SPDX-License-Identifier: EUPL-1.2
"""Find a Chromium that starts, or install Debian's. Tests need a real browser: without one they fail, they never skip."""

import os
import shutil
import subprocess

from scripts import debian

VARIABLE = "PRISTAN_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
HOW = f"""No Chromium was found, and none could be installed. The tests need a real browser. One of these mends it:
  apt-get install chromium            (Debian; as root or with sudo)
  {VARIABLE}=/path/to/chrome make test
"""


class BrowserMissing(Exception):
    """No Chromium here and no right to install one."""


def find() -> str | None:
    """The path of a Chromium that starts; None if there is none."""
    candidates = [os.environ.get(VARIABLE), *map(shutil.which, NAMES), *PLACES]
    return next((path for path in candidates if path and _starts(path)), None)


def ensure() -> str:
    """The path of a Chromium, installed if need be. Raises BrowserMissing with the way out."""
    if found := find():
        return found
    debian.install("chromium", "fonts-dejavu-core")  # a browser alone has no letters to show
    if found := find():
        return found
    raise BrowserMissing(HOW)


def _starts(path: str) -> bool:
    """A stub that only points to another shop (snap) fails here."""
    try:
        return (
            subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def launch_arguments() -> list[str]:
    """Only this machine can be reached; small /dev/shm must not crash it; as root Chromium has no sandbox."""
    arguments = [
        "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    return arguments
