# SPDX-License-Identifier: EUPL-1.2
"""Tests: SQLite unless DATABASE_URL names PostgreSQL; static files without a build."""

from config.settings.base import *  # noqa: F403
from config.settings.base import BASE_DIR, DATABASES, IS_SQLITE, env

SECRET_KEY = "tests-only"  # noqa: S105 - opens nothing
PACK_DIR = BASE_DIR / "packs" / "example"
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# A test that is about them says so: no thread writes while others look at the tables.
SEARCH_SIGNALS = COUNT_OPENINGS = False
MAIL_IN_BACKGROUND = False  # a letter that was sent lies in the test's own box at once
CALM_SECONDS = 0.0  # nor publishes
TICK = False  # a test that is about time calls it
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if IS_SQLITE:
    # A file, not memory: threads of the live server and the browser must see the same rows.
    DATABASES["default"]["TEST"] = {
        "NAME": env.str("PRISTAN_TEST_DB", default=str(BASE_DIR / "var" / "test.sqlite3"))
    }
else:
    DATABASES["default"]["OPTIONS"].pop("pool", None)
