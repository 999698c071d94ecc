# SPDX-License-Identifier: EUPL-1.2
"""A sealer on the test database that is killed in the middle of a piece, after its rows were written and before the commit.

``python -m pristan.platform.audit.tests.dying DATABASE PIECES``: so many pieces of two come to their end.
"""

import os
import signal
import sys
from typing import Any


def main(database: str, pieces: int) -> None:
    """Seal until the end comes."""
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from pristan.platform.audit import sealing
    from pristan.platform.audit.models import Seal

    sealing.BATCH = 2
    write, begun = type(Seal.objects).bulk_create, iter(range(pieces))

    def dying(*words: Any, **named: Any) -> Any:
        written = write(*words, **named)
        if next(begun, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return written

    type(Seal.objects).bulk_create = dying  # type: ignore[method-assign]
    sealing.seal()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
