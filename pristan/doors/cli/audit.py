# SPDX-License-Identifier: EUPL-1.2
"""`pristan audit`: seal the trail, verify its chain, read it."""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from pristan.doors.cli import civil

EPILOG = """examples:
  pristan audit verify                         nothing on record was changed; prints the head, to be kept off site
  pristan audit verify --head 1204:8c1f...     and the head that was kept is part of this chain
  pristan audit seal                           seal now what the next tick would seal
  pristan audit show --about entry klic-112    who did what to it
"""
HEAD = re.compile(r"([1-9]\d*):([0-9a-f]{64})")
MOST = 100


def declare(commands: Any, formatter: Any) -> None:
    """Add the command and what it can do."""
    group = commands.add_parser("audit", help="the record of who did what", epilog=EPILOG, formatter_class=formatter)  # fmt: skip
    verbs = group.add_subparsers(dest="verb", required=True, metavar="VERB")

    def add(name: str, told: str, act: Any) -> Any:
        one = verbs.add_parser(name, help=told, epilog=EPILOG, formatter_class=formatter)
        one.set_defaults(act=act)
        return one

    verify = add("verify", "walk the chain: was anything on record changed?", act_verify)
    verify.add_argument("--head", type=_head, action="append", default=[], metavar="POSITION:DIGEST", help="a head that was kept elsewhere")  # fmt: skip
    add("seal", "seal now what has no seal yet", act_seal)
    show = add("show", "who did what, the newest last", act_show)
    show.add_argument("--about", nargs=2, metavar=("KIND", "KEY"), help="only what concerns this thing")
    show.add_argument("--actor", metavar="ID", help="only what this actor did (an opaque id)")
    show.add_argument("--since", type=civil.day, metavar="DATE", help="from this day on, in the city's zone")
    show.add_argument("--limit", type=int, default=MOST, help=f"at most so many, the newest (default: {MOST})")  # fmt: skip
    show.add_argument("--json", action="store_true", help="one line of JSON for each")


def _head(text: str) -> Any:
    from pristan.platform.audit.chain import Head

    if found := HEAD.fullmatch(text.strip()):
        return Head(int(found[1]), found[2])
    raise argparse.ArgumentTypeError(
        f"`{text}` is no head: write POSITION:DIGEST as `pristan audit verify` printed it"
    )


def act_verify(given: argparse.Namespace) -> int:
    """Walk, and say what was found; 1 where something does not fit."""
    from pristan.platform.audit.selectors import unsealed
    from pristan.platform.audit.verifying import verify

    walk = verify(kept=given.head)
    for line in _troubles(walk):
        print(f"pristan: {line}", file=sys.stderr)
    if walk.breach is None:
        print(f"{walk.head.position} sealed entries, and each fits")
    waiting = unsealed()
    print(f"{waiting.count} not sealed yet" + (f", the oldest of {waiting.oldest:%Y-%m-%d %H:%M} UTC" if waiting.oldest else ""))  # fmt: skip
    if walk.breach is None:
        print(f"head {walk.head}")
    return int(not walk.is_whole)


def _troubles(walk: Any) -> Iterator[str]:
    if walk.breach:
        yield f"the chain does not fit at {walk.breach}. Keep this database as it is, and compare it with a back-up."
        return
    for head in walk.strangers:
        yield f"the head {head} is not in this chain: it was cut, or made anew. Compare this database with a back-up."


def act_seal(given: argparse.Namespace) -> int:
    """Seal, also what came late."""
    from pristan.platform.audit import sealing

    count = sealing.seal(everything=True)
    print(f"sealed {count}; head {sealing.head()}")
    return 0


def act_show(given: argparse.Namespace) -> int:
    """Print entries; names are looked up beside them."""
    from pristan.platform.audit import reasons
    from pristan.platform.audit.models import AuditEntry
    from pristan.platform.audit.selectors import names

    found = AuditEntry.objects.all()
    if given.about:
        found = found.about(*given.about)
    if given.actor:
        found = found.by(given.actor)
    if given.since:
        found = found.since(civil.beginning(given.since))
    entries = list(found.order_by("-number")[: max(1, given.limit)])[::-1]
    called, typed = names(entries), reasons.of(entries)
    for entry in entries:
        name = called[entry.actor_kind, entry.actor_id]
        print(_line(entry, name, typed.get(entry.number, ""), is_json=given.json))
    if not entries and not given.json:
        print("nothing is on record")
    return 0


def _line(entry: Any, name: str, typed: str, *, is_json: bool) -> str:
    if is_json:
        told = {
            "number": entry.number, "at": entry.at.isoformat(), "what": entry.what, "about": [entry.about_kind, entry.about_key],
            "actor": {"kind": entry.actor_kind, "id": entry.actor_id, "name": name}, "why": entry.why, "typed": typed,
        }  # fmt: skip
        return json.dumps(told, ensure_ascii=False)
    said = " ".join(filter(None, (entry.why, typed)))
    why = f": {said}" if said else ""
    return f"{entry.number:7}  {entry.at:%Y-%m-%d %H:%M}  {entry.what}  {entry.about_kind} {entry.about_key}  {name} [{entry.actor_id or entry.actor_kind}]{why}"
