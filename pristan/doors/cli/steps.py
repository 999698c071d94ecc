# SPDX-License-Identifier: EUPL-1.2
"""The steps of a start. Each says what it did, or nothing when there was nothing to do."""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

Tell = Callable[[str], None]


def database(tell: Tell) -> str:
    """Bring the tables up to date."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return ""
    call_command("migrate", verbosity=0, interactive=False)
    return f"database ready ({connection.vendor})"


def words(tell: Tell) -> str:
    """Compile the interface's words."""
    from pristan.platform.ui.catalogues import compile_catalogues

    count = compile_catalogues(Path(settings.LOCALE_PATHS[0]))
    return f"{count} catalogue(s) of interface words compiled" if count else ""


def lemmas(tell: Tell) -> str:
    """Compile the word lists of all languages in which people may ask (once, a minute or two)."""
    from pristan.core.text import build
    from pristan.core.text.languages import TAUGHT

    build(
        Path(settings.LEMMA_CACHE),
        dict.fromkeys([*TAUGHT, *(code for code, _ in settings.LANGUAGES)]),
        progress=lambda line: None if line.endswith(("ready", "only")) else tell(line),
        workers=os.cpu_count() or 1,
    )
    return ""


def knowledge(tell: Tell) -> str:
    """Compile what the words of thesaurus and lexicon mean."""
    from pristan.platform.search import knowledge as known

    return "thesaurus and lexicon compiled for search" if known.build() else ""


def city(tell: Tell) -> str:
    """Load the pack when its files are not those of the last load."""
    from pristan.doors.cli.pack import show
    from pristan.platform.accounts.actors import system
    from pristan.platform.packs import services
    from pristan.platform.packs.models import PackLoad

    stamp = Path(settings.VAR_DIR) / "pack.digest"
    digest = _digest([settings.PACK_DIR, settings.THESAURUS_DIR]) + _database_name()
    if stamp.exists() and stamp.read_text() == digest and PackLoad.objects.exists():
        return ""
    tell(f"loading {Path(settings.PACK_DIR).name} ...")
    summary = services.load(
        Path(settings.PACK_DIR),
        thesaurus=Path(settings.THESAURUS_DIR),
        actor=system("pack-load"),
        at=timezone.now(),
        progress=tell,
    )
    show(summary)
    stamp.write_text(digest)
    return "city loaded"


def read_model(tell: Tell) -> str:
    """Show readers what changed, and finish what an interrupted run began."""
    from pristan.platform.published import services

    services.catch_up(at=timezone.now(), progress=tell)
    return ""


def static_files(tell: Tell) -> str:
    """Collect, name by content and compress the static files."""
    stamp = Path(settings.STATIC_ROOT) / ".digest"
    digest = _digest([app / "static" for app in _app_folders()])
    if stamp.exists() and stamp.read_text() == digest:
        return ""
    stamp.unlink(missing_ok=True)  # first, so that no interruption leaves it beside half of the files
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(digest)
    return "static files ready"


ALL: tuple[Callable[[Tell], str], ...] = (database, words, lemmas, knowledge, city, read_model, static_files)


def _app_folders() -> list[Path]:
    from django.apps import apps

    return [Path(config.path) for config in apps.get_app_configs() if (Path(config.path) / "static").is_dir()]


def _database_name() -> str:
    from django.db import connection

    settings_of = connection.settings_dict
    name = f"{settings_of.get('HOST', '')}/{settings_of['NAME']}"
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def _digest(folders: Iterable[Path]) -> str:
    """SHA-256 over names and contents of all files below the folders."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                digest.update(str(path.relative_to(folder)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()
