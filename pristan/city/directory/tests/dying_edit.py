# SPDX-License-Identifier: EUPL-1.2
"""A server on the test database that is killed between the commit of an edit and its projection, as by ``kill -9``.

``python -m pristan.city.directory.tests.dying_edit DATABASE SESSION SUMMARY``: SESSION is the key of an editor's session.
"""

import os
import signal
import sys
from datetime import datetime


def main(database: str, session: str, summary: str) -> None:
    """Answer the form until the end comes."""
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from django.test import Client
    from django.test.utils import setup_test_environment

    from pristan.city.directory.tests.test_portal import change
    from pristan.platform.published import services as published

    def die(*, at: datetime) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    setup_test_environment()
    published.soon = die
    editor = Client()
    editor.cookies[settings.SESSION_COOKIE_NAME] = session
    change(editor, "words", summary=summary)


if __name__ == "__main__":
    main(*sys.argv[1:4])
