# SPDX-License-Identifier: EUPL-1.2
"""People of a served city who are signed in already: for ways that begin where signing in ends (test_signing_in.py).

``python -m tests.journeys.colleagues NAME=ROLE:SCOPE ...`` in the environment of the city prints the key of each one's session;
``everybody`` prints a key for each role, and a thing of each kind that staff pages are about (tests/access/roles.py).
"""

import json
import subprocess
import sys
from typing import Any
from urllib.parse import urlsplit

from scripts.serving import ROOT, Served


def come(served: Served, *words: str) -> Any:
    """What this module says in the environment of the city."""
    command = [sys.executable, "-m", "tests.journeys.colleagues", *words]
    done = subprocess.run(
        command, cwd=ROOT, env=dict(served.environment), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def enter(page: Any, served: Served, key: str) -> Any:
    """The page of somebody whose session this is."""
    from django.conf import settings

    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": key, "path": "/staff/", "httpOnly": True}
    page.context.add_cookies([cookie | {"domain": str(urlsplit(served.url).hostname)}])
    return page


def main() -> None:
    """Make them, print them."""
    import django

    django.setup()
    print(json.dumps(_everybody() if sys.argv[1:] == ["everybody"] else dict(map(_one, sys.argv[1:]))))


def _everybody() -> dict[str, dict[str, str]]:
    from django.utils import timezone

    from pristan.city.directory import services
    from pristan.platform.accounts.actors import system
    from pristan.platform.packs.models import OpenConflict
    from tests.access.roles import COURSE, everybody

    at = timezone.now()
    people = everybody(at)
    services.edit(key=COURSE, fields={"email": "novo@example.org"}, actor=system("tests"), at=at)
    OpenConflict.objects.create(
        kind="entry",
        key=COURSE,
        field="website",
        path="example/course.yaml",
        line=7,
        value="https://www.example.org/a",
    )
    return {"keys": people.keys, "things": {name: str(thing) for name, thing in people.things.items()}}


def _one(word: str) -> tuple[str, str]:
    from django.utils import timezone

    from pristan.platform.power import services as power
    from tests.access.roles import ROOT as SYSTEM
    from tests.access.roles import person, signed_in

    name, _, held = word.partition("=")
    role, _, scope = held.partition(":")
    at = timezone.now()
    user = person(name, at=at)
    power.give(user=user, role=role, scope=scope, actor=SYSTEM, at=at)
    return name, signed_in(user)


if __name__ == "__main__":
    main()
