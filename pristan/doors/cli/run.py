# SPDX-License-Identifier: EUPL-1.2
"""`pristan run`: from an empty folder to a filled city that answers.

Every step looks first whether it is done, so a second start is quick and an interrupted first one goes on.
"""

import argparse
import errno
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

EPILOG = """examples:
  pristan run                        on http://127.0.0.1:8000
  pristan run --port 8080 --workers 2
  PRISTAN_PACK=packs/example pristan run
"""


def declare(commands: Any, formatter: Any) -> None:
    """Add the command."""
    one = commands.add_parser(
        "run", help="prepare everything and serve the city", epilog=EPILOG, formatter_class=formatter
    )
    one.add_argument(
        "--host",
        default=os.environ.get("PRISTAN_HOST", "127.0.0.1"),
        help="address to listen on (PRISTAN_HOST)",
    )
    one.add_argument(
        "--port",
        type=_port,
        default=os.environ.get("PRISTAN_PORT", "8000"),
        help="port to listen on (PRISTAN_PORT)",
    )
    one.add_argument(
        "--workers",
        type=int,
        default=os.environ.get("PRISTAN_WORKERS", "1"),
        help="server processes (PRISTAN_WORKERS)",
    )
    one.add_argument("--prepare-only", action="store_true", help="do all but serve")
    one.set_defaults(act=act)


def _port(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"`{text}` is no port: write a number from 1 to 65535 (PRISTAN_PORT)")


def act(given: argparse.Namespace) -> int:
    """Prepare, and serve unless told otherwise."""
    if not given.prepare_only and (trouble := obstacle(given.host, given.port)):
        print(f"pristan: {trouble}", file=sys.stderr)
        return 1
    prepare(print_step)
    if not given.prepare_only:
        serve(given)
    return 0


def obstacle(host: str, port: int) -> str:
    """Why the server could not listen there, with the way out; nothing when it can."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((host, port))
        except socket.gaierror:
            return f"`{host}` is no address of this machine. Choose one: --host 127.0.0.1"
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                return f"cannot listen on {host}, port {port}: {error.strerror}. Choose another --host or --port."
            other = port + 1 if port < 65535 else port - 1
            return f"port {port} is taken on {host}: another Pristan may run there. Choose one: make run PORT={other}"
    return ""


def serve(given: argparse.Namespace) -> None:
    """Say where it is, and become the server."""
    _invite(given.host, given.port)
    _tick_beside()
    # The server replaces this process, so that signals reach it and nothing is kept twice in memory.
    os.execv(sys.executable, _server(given))  # noqa: S606 - our own words, no shell


def _tick_beside() -> None:
    """Start the process that does what time does, unless PRISTAN_TICK says that something else ticks. It ends with the server."""
    from django.conf import settings

    if settings.TICK:
        words = [sys.executable, "-m", "pristan.doors.cli.main", "tick", "--beside", str(os.getpid())]
        subprocess.Popen(words, stdin=subprocess.DEVNULL)


def _server(given: argparse.Namespace) -> list[str]:
    where = ["--host", given.host, "--port", str(given.port), "--workers", str(max(1, given.workers))]
    how = ["--interface", "wsgi", "--blocking-threads", "1", "--no-ws", "--log-level", "warning"]
    return [sys.executable, "-m", "granian", *where, *how, "config.wsgi:application"]


def prepare(tell: Callable[[str], None]) -> None:
    """Database, interface words, lemmas, city, read model, static files: each only where it is not there yet."""
    from pristan.doors.cli import steps

    for step in steps.ALL:
        began = time.monotonic()
        done = step(tell)
        if done:
            tell(f"{done} ({time.monotonic() - began:.1f} s)")


def print_step(line: str) -> None:
    """One line for each step that was done."""
    print(f"  {line}", flush=True)


def _invite(host: str, port: int) -> None:
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104
    base = f"http://{shown}:{port}"
    print(f"\nPristan runs on {base}/   (stop it with Ctrl+C)\nTry:")
    from pristan.city.directory import selectors

    for language in selectors.languages(selectors.city().record)[:3]:
        print(f"  {base}/{language}/")
    print(f"  {base}/{selectors.languages(selectors.city().record)[0]}/urgent/", flush=True)
