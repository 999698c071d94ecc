# SPDX-License-Identifier: EUPL-1.2
"""A process that loads a pack into the test database and is killed in the middle, as by ``kill -9``.

``python -m pristan.city.directory.tests.dying DATABASE PACK WHERE``: WHERE is ``rows`` (entries are half written),
``base`` (all is written, nothing committed) or ``switch`` (committed, readers not yet switched).
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def main(database: str, pack: str, where: str) -> None:
    """Load until the end comes."""
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from pristan.city.directory import locations, store
    from pristan.city.directory.tests import minipack
    from pristan.platform.packs import services as packs
    from pristan.platform.published import runs

    def die(*_: Any, **__: Any) -> Any:
        os.kill(os.getpid(), signal.SIGKILL)

    places: dict[str, tuple[Any, str, Callable[..., Any]]] = {
        "rows": (locations, "save", die), "base": (packs.audit, "record", die), "switch": (runs, "run", die),
    }  # fmt: skip
    store.BATCH = 2
    module, name, put = places[where]
    setattr(module, name, put)
    minipack.load(Path(pack))


if __name__ == "__main__":
    main(*sys.argv[1:4])
