# SPDX-License-Identifier: EUPL-1.2
"""The `pristan` command: run a city, keep its pack, search it, ask how it is.

Exit status: 0 done; 1 something is wrong with what was given (the message says what to do); 2 the words of the call.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

# The modules of the commands, in the order of the help.
COMMANDS = (
    "run", "pack", "translations", "thesaurus", "search", "batch", "evaluating", "signals", "plan", "audit", "tick", "staff", "demo", "facts", "sheet", "privacy", "doctor",
)  # fmt: skip
EPILOG = """examples:
  pristan run                          a running, filled city on http://127.0.0.1:8000
  pristan pack check packs/ljubljana   every problem with file, line and how to mend it
  pristan pack diff packs/ljubljana    what a load would do
  pristan translations status          how far each language is
  pristan thesaurus check              words of needs in all languages: what is missing or wrong
  pristan search "brezplačen tečaj slovenščine" --lang sl
  pristan plan --answers answers.json  which steps, in which order, by when
  pristan audit verify                 was anything on record changed?
  pristan tick                         do what time does (cron, every minute)
  pristan staff invite ana@example.org --role administrator
  pristan demo                         a filled city with one login for each role
  pristan doctor                       versions, data, rules: each finding with the command that mends it
"""


def parser() -> argparse.ArgumentParser:
    """The whole command line; every command has a help with examples."""
    raw = argparse.RawDescriptionHelpFormatter
    top = argparse.ArgumentParser(
        prog="pristan",
        description="Pristan: a city's integration system.",
        epilog=EPILOG,
        formatter_class=raw,
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in COMMANDS:
        import_module(f"pristan.doors.cli.{name}").declare(commands, raw)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Entry point. Returns the exit status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
    for stream in (sys.stdout, sys.stderr):  # a narrow terminal gets escapes for letters that it lacks
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
    given = parser().parse_args(_words(sys.argv[1:] if argv is None else argv))
    if before := getattr(given, "before", None):
        before()
    if trouble := _trouble_of_settings():
        print(f"pristan: {trouble}", file=sys.stderr)
        return 1
    from pristan.doors.cli.failures import telling

    with telling() as outcome:
        outcome.status = given.act(given) or 0
        sys.stdout.flush()
    return outcome.status


def _words(argv: Sequence[str]) -> list[str]:
    """`search batch`, `search eval` and `search signals` are commands of their own; anything else after `search` is what a person types."""
    if len(argv) > 1 and argv[0] == "search" and argv[1] in ("batch", "eval", "signals"):
        return [f"search-{argv[1]}", *argv[2:]]
    return list(argv)


def _trouble_of_settings() -> str:
    """Read the settings; what is wrong with them, in words, or nothing."""
    import django
    from django.apps import apps
    from django.core.exceptions import ImproperlyConfigured

    try:
        if not apps.ready:  # whoever calls this from a program has set it up, logs included
            django.setup()
    except ImproperlyConfigured as error:
        return f"a setting is not right: {error} docs/operations.md lists the settings."
    except OSError as error:
        return f"{error.filename}: {error.strerror}. Set PRISTAN_VAR to a folder that is yours to write in."
    return ""


if __name__ == "__main__":
    sys.exit(main())
