# SPDX-License-Identifier: EUPL-1.2
"""Install a Debian package where we may; say how where we may not."""

import os
import shutil
import subprocess

QUIET = {"DEBIAN_FRONTEND": "noninteractive"}


def can_install() -> bool:
    """Whether apt-get is here and we are root, or sudo asks for no password."""
    return shutil.which("apt-get") is not None and _prefix() is not None


def install(*packages: str) -> bool:
    """Install packages from the configured Debian mirrors. Says what it does; False when it could not."""
    prefix = _prefix()
    if prefix is None or shutil.which("apt-get") is None:
        return False
    print(f"installing {' '.join(packages)} with apt-get ...", flush=True)
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [*prefix, "apt-get", *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | QUIET,
        )
        if done.returncode:
            print((done.stdout + done.stderr)[-2000:], flush=True)
    return done.returncode == 0


def _prefix() -> list[str] | None:
    """The words before apt-get; None where we have no right to call it."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"]
    return None
