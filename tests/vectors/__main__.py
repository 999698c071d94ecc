# SPDX-License-Identifier: EUPL-1.2
"""Write the vectors to a file, for engines in other languages: python -m tests.vectors OUT.jsonl

A line is a group: `name`, `portable` (the rules), `cases`. The city is loaded into a database of its own, which is gone afterwards.
"""

import os
import sys
import tempfile
from pathlib import Path

import msgspec

LANGUAGE = "sl"


def main(out: Path) -> None:
    """Load the city, make the vectors, write them."""
    with tempfile.TemporaryDirectory(prefix="pristan-vectors-") as folder:
        _prepare(Path(folder))
        from pristan.city.orientation.rulebook import rulebook
        from pristan.platform.published import readers
        from tests import cities
        from tests.vectors.groups import groups

        cities.load(cities.LJUBLJANA)
        with out.open("wb") as file:
            for group in groups(rulebook(LANGUAGE, readers.version()), LANGUAGE):
                line = {"name": group.name, "portable": msgspec.Raw(group.portable), "cases": group.cases}
                file.write(msgspec.json.encode(line) + b"\n")


def _prepare(var: Path) -> None:
    """Django on a new, empty database, with interface strings in all languages."""
    import django

    root = Path(__file__).resolve().parents[2]
    if (lemmas := root / "var" / "lemmas").is_dir():
        (var / "lemmas").symlink_to(lemmas.resolve())
    os.environ |= {
        "PRISTAN_VAR": str(var), "DATABASE_URL": f"sqlite:///{var / 'city.sqlite3'}", "DJANGO_SETTINGS_MODULE": "config.settings.production",
    }  # fmt: skip
    django.setup()
    from django.core.management import call_command

    from pristan.platform.ui.catalogues import compile_catalogues

    compile_catalogues(root / "locale")
    call_command("migrate", verbosity=0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
