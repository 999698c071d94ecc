# SPDX-License-Identifier: EUPL-1.2
"""A second person's purge on the test database, killed between its commit and the overwriting, as by ``kill -9``.

``python -m tests.access.dying DATABASE PURGE VALUE PERSON``: the value is removed, and what it freed lies where it lay.
"""

import os
import signal
import sys
from datetime import datetime
from uuid import UUID


def main(database: str, purge: str, value: str, person: str) -> None:
    """Remove until the end comes."""
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from pristan.city.directory.tests.minipack import AT
    from pristan.platform.accounts.actors import Actor, Power
    from pristan.platform.review import purges

    def die(*, at: datetime) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    purges.finish = die
    second = Actor("person", person, powers=frozenset({Power("city_editor")}))
    purges.remove(uuid=UUID(purge), value=value, actor=second, at=AT)


if __name__ == "__main__":
    main(*sys.argv[1:5])
