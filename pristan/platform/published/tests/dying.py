# SPDX-License-Identifier: EUPL-1.2
"""A process that runs ``catch_up`` on the test database and is killed in the middle, as by ``kill -9``.

``python -m pristan.platform.published.tests.dying DATABASE CHUNKS SIGNAL``: after so many chunks it sends
itself the signal (9), or with signal 0 prints a line and waits, holding the run's lock.
"""

import os
import sys
import time


def main(database: str, chunks: int, signal: int) -> None:
    """Run until the end comes."""
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from pristan.platform.published import registry, runs, services
    from pristan.platform.published.tests.kit import AT, Leaflets, many

    def end(chunk: int) -> None:
        if chunk == chunks:
            if signal:
                os.kill(os.getpid(), signal)
            print("waiting", flush=True)
            time.sleep(60)

    runs.CHUNK = 2
    leaflets = Leaflets(**many(6, "new"))
    leaflets.before_chunk = end
    with registry.only(leaflets):
        services.catch_up(at=AT)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
