# SPDX-License-Identifier: EUPL-1.2
"""On an engineer's machine: errors in the browser, static files straight from the apps."""

from config.settings.base import *  # noqa: F403

DEBUG = True
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
