# SPDX-License-Identifier: EUPL-1.2
"""Settings that all environments share. Every option that a deployment may set is read here, and nowhere else."""

import os
import secrets
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.settings.staff import *  # noqa: F403
from pristan.platform.ui.statics import static_headers

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parents[2]

# Where everything that the running system writes lives: database, lemma cache, static files, secret key.
VAR_DIR = Path(env.str("PRISTAN_VAR", default=str(BASE_DIR / "var"))).resolve()
# The city: its pack of data files, and the thesaurus of needs that all cities share.
PACK_DIR = Path(env.str("PRISTAN_PACK", default=str(BASE_DIR / "packs" / "ljubljana"))).resolve()
THESAURUS_DIR = Path(env.str("PRISTAN_THESAURUS", default=str(BASE_DIR / "thesaurus"))).resolve()
LEMMA_CACHE = VAR_DIR / "lemmas"


def _secret_key() -> str:
    """The key from the environment, else one made once and kept (readable by the owner only)."""
    if given := env.str("SECRET_KEY", default=""):
        return str(given)
    kept = VAR_DIR / "secret_key"
    if not kept.exists() or not kept.stat().st_size:
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        # Whole or not at all: a process killed here must not leave an empty key for the next.
        made = VAR_DIR / f".secret_key.{os.getpid()}"
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(50), encoding="ascii")
        made.replace(kept)
    return kept.read_text(encoding="ascii")


SECRET_KEY = _secret_key()
DEBUG = False
# Host names under which the site answers; loopback always does.
ALLOWED_HOSTS = [*env.list("PRISTAN_ALLOWED_HOSTS", default=[]), "127.0.0.1", "localhost", "[::1]"]
# Where "leave this page quickly" goes: a harmless page that many people open.
EXIT_URL = env.str("PRISTAN_EXIT_URL", default="https://www.wikipedia.org/")

# Whether it is counted what people search for, and what they do not find (docs/privacy.md says what is kept of it).
SEARCH_SIGNALS = env.bool("PRISTAN_SEARCH_SIGNALS", default=True)

# Whether `pristan run` does what time does, every minute (off where cron or systemd calls `pristan tick`).
TICK = env.bool("PRISTAN_TICK", default=True)

# Whether it is counted how often the page of an entry is opened.
COUNT_OPENINGS = env.bool("PRISTAN_COUNT_OPENINGS", default=True)

# After how many months without signing in an account is locked.
IDLE_MONTHS = env.int("PRISTAN_IDLE_MONTHS", default=6)

# Whoever changes something is answered when readers have it, unless somebody else's change reached them so many seconds ago: then all that
# come within twice that time are published together.
CALM_SECONDS = 0.25

# How large a sheet may be that somebody uploads.
SHEET_MEGABYTES = env.int("PRISTAN_SHEET_MEGABYTES", default=10)
SHEET_ROWS = env.int("PRISTAN_SHEET_ROWS", default=20_000)
# Rows of a sheet of entries, with the row of names: each is looked at before any is written.
SHEET_ENTRIES = env.int("PRISTAN_SHEET_ENTRIES", default=5_000)
# What is uploaded is read in memory and never lies on a disk; what is larger is not taken.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = SHEET_MEGABYTES * 1_000_000 + 100_000

# How many servers in front add to X-Forwarded-For; 0: nobody does, and the header is not believed.
PROXIES = env.int("PRISTAN_PROXIES", default=0)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "pristan.doors.staff",  # before allauth: its templates come first
    "allauth",
    "pristan.doors.staff.signin.SignInConfig",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "pristan.platform.ticks",
    "pristan.platform.accounts",
    "pristan.platform.audit",
    "pristan.platform.receiving",
    "pristan.platform.power",
    "pristan.platform.lifecycle",
    "pristan.platform.privacy",
    "pristan.platform.translations",
    "pristan.platform.search",
    "pristan.platform.published",
    "pristan.platform.packs",
    "pristan.platform.review",
    "pristan.platform.reports",
    "pristan.platform.claims",
    "pristan.platform.facts",
    "pristan.platform.forgetting",
    "pristan.platform.ui",
    "pristan.city.taxonomy",
    "pristan.city.directory",
    "pristan.city.orientation",
    "pristan.doors.web",
    "pristan.doors.cli",
]
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    # One line per request, from an allow-list; then each answer compressed, with its own ETag.
    "pristan.platform.ui.requestlog.RequestLogMiddleware",
    "pristan.platform.ui.compression.CompressionMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    # Innermost, so that static files carry the same headers as pages.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Sessions, forms, sign-in: only below /staff/ (STAFF_MIDDLEWARE says which).
    "pristan.doors.staff.middleware.StaffMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        # Only staff pages are rendered with their request.
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "pristan.doors.staff.context.shell",
            ]
        },
    }
]

# One file by default; PostgreSQL by DATABASE_URL (postgres://user:password@host:port/name).
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'pristan.sqlite3'}")}
if not DATABASES["default"].get("ENGINE"):
    raise ImproperlyConfigured("DATABASE_URL is no address of a database (postgres://user@host/name).")
IS_SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
if IS_SQLITE:
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # Not mapped into memory: what was read of the file would count in every worker.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
            "PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY;"
        ),
    }
    DATABASES["default"]["CONN_MAX_AGE"] = None
else:
    # A reader is told within seconds that the database is gone; when it is back, the next request connects again.
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {
        "min_size": 1,
        "max_size": 8,
        "timeout": 2,
        "reconnect_timeout": 10,
    }

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"  # the language of the interface strings in the code
LOCALE_PATHS = [BASE_DIR / "locale"]
# Languages in which Pristan's interface exists. Which of them a city offers is said in its pack.
LANGUAGES = [
    ("sl", "slovenščina"), ("en", "English"), ("bs", "bosanski / hrvatski / srpski"), ("mk", "македонски"), ("sq", "shqip"),
    ("uk", "українська"), ("ru", "русский"), ("ar", "العربية"), ("fa", "فارسی"), ("tr", "Türkçe"), ("fr", "français"),
    ("es", "español"), ("de", "Deutsch"),
]  # fmt: skip

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {"staticfiles": {"BACKEND": "pristan.platform.ui.storage.StaticFilesWithModules"}}
WHITENOISE_MAX_AGE = 365 * 24 * 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = static_headers

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
        "object-src": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb", "interest-cohort")
}
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CONTENT_TYPE_NOSNIFF = True

# Django's own request lines carry addresses and queries: they stay silent; ours is written by the web door.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django.request": {"handlers": [], "propagate": False, "level": "CRITICAL"},
        "django.server": {"handlers": [], "propagate": False, "level": "CRITICAL"},
        "pristan": {"handlers": ["console"], "level": "INFO"},
    },
}
