# SPDX-License-Identifier: EUPL-1.2
"""`pristan demo`: a filled city on this machine with one login for each role, to try everything out.

It has a folder and a database of its own and never touches the running city. Passwords are printed, so it serves loopback only.
"""

import argparse
import ipaddress
import json
import os
import secrets
import shutil
import sys
from pathlib import Path
from typing import Any

EPILOG = """examples:
  pristan demo                       fill a city, print one login for each role, serve it on 127.0.0.1:8000
  pristan demo --fresh               begin anew
  pristan demo code city_editor      the second factor's code of the moment
"""


def declare(commands: Any, formatter: Any) -> None:
    """Add the command."""
    one = commands.add_parser(
        "demo",
        help="a filled city with one login for each role, on this machine only",
        epilog=EPILOG,
        formatter_class=formatter,
    )
    one.add_argument("what", nargs="*", metavar="code ROLE", help="print the code of a role's second factor")
    one.add_argument("--fresh", action="store_true", help="forget the last demo")
    one.add_argument(
        "--host",
        default=os.environ.get("PRISTAN_HOST", "127.0.0.1"),
        help="a loopback address (PRISTAN_HOST)",
    )
    one.add_argument(
        "--port",
        type=int,
        default=os.environ.get("PRISTAN_PORT", "8000"),
        help="port to listen on (PRISTAN_PORT)",
    )
    one.add_argument("--prepare-only", action="store_true", help="do all but serve")
    one.set_defaults(act=act, before=apart, workers=1)


def apart() -> None:
    """Before the settings are read: a folder and a database of its own, and only the word lists shared."""
    var = Path(os.environ.get("PRISTAN_VAR", "var")).resolve()
    folder = var / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    if (var / "lemmas").is_dir() and not (folder / "lemmas").exists():
        (folder / "lemmas").symlink_to(var / "lemmas", target_is_directory=True)
    os.environ["PRISTAN_VAR"] = str(folder)
    os.environ.pop("DATABASE_URL", None)


def act(given: argparse.Namespace) -> int:
    """Print a code, or fill and serve."""
    if trouble := refusal(given.host):
        print(f"pristan: {trouble}", file=sys.stderr)
        return 1
    if given.what:
        return _code(given.what)
    from pristan.doors.cli import run

    if not given.prepare_only and (trouble := run.obstacle(given.host, given.port)):
        print(f"pristan: {trouble}", file=sys.stderr)
        return 1
    if given.fresh:
        _forget()
    run.prepare(run.print_step)
    _fill()
    if not given.prepare_only:
        run.serve(given)
    return 0


def refusal(host: str) -> str:
    """Why no demo may run here; nothing where it may."""
    if os.environ.get("PRISTAN_ALLOWED_HOSTS"):
        return (
            "a demo prints its passwords, and PRISTAN_ALLOWED_HOSTS says that this city has a public name. "
            "Run it on your own machine, without that setting."
        )
    try:
        is_here = host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        is_here = False
    return (
        ""
        if is_here
        else f"a demo prints its passwords, so it listens on this machine only, and not on {host}: --host 127.0.0.1"
    )


def _code(words: list[str]) -> int:
    from django.utils import timezone

    from pristan.platform.power import seeds

    if len(words) != 2 or words[0] != "code":
        print(
            "pristan: write `pristan demo code ROLE`, as in `pristan demo code city_editor`", file=sys.stderr
        )
        return 1
    try:
        print(seeds.code(words[1], at=timezone.now()))
    except seeds.NobodyThere as error:
        print(f"pristan: {error}", file=sys.stderr)
        return 1
    return 0


def _forget() -> None:
    from django.conf import settings
    from django.db import connection

    connection.close()
    for path in Path(settings.VAR_DIR).iterdir():
        if path.name in ("lemmas", "static", "secret_key"):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _fill() -> None:
    from django.utils import timezone

    from pristan.doors.cli import demo_desks
    from pristan.platform.power import seeds

    password, scopes, at = _password(), _scopes(), timezone.now()
    planted = seeds.plant(scopes=scopes, password=password, at=at)
    people = {each.role.key: each.user for each in planted}
    demo_desks.plant(people, organization=scopes["organization"], at=at)
    print(f"\nOne login for each role; the password of all is: {password}\nSign in on /staff/\n")
    for each in planted:
        over = f" ({each.scope})" if each.scope else ""
        factor = f"  code: pristan demo code {each.role.key}" if each.role.needs_second_factor else ""
        print(f"  {each.user.email:34} {each.role.key}{over}{factor}")
    print("\nThe administrator has power only in a staff session: open one on the first page.")


def _scopes() -> dict[str, str]:
    """An organisation with much to keep, a language of the city, and an office."""
    from django.db.models import Count

    from pristan.city.directory import selectors
    from pristan.city.directory.models import Entry

    kept = Entry.objects.published().exclude(organization_key="").values("organization_key")
    first = kept.annotate(entries=Count("pk")).order_by("-entries", "organization_key").first()
    languages = selectors.languages(selectors.city().record)
    return {
        "organization": first["organization_key"] if first else "demo",
        "language": languages[-1],
        "office": "info-point",
    }


def _password() -> str:
    """Made once for each demo, and kept beside its database."""
    from django.conf import settings

    kept = Path(settings.VAR_DIR) / "demo.json"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(json.dumps({"password": f"demo-{secrets.token_urlsafe(9)}"}), encoding="ascii")
    return str(json.loads(kept.read_text(encoding="ascii"))["password"])
