# SPDX-License-Identifier: EUPL-1.2
"""Static files: a name for their content that is the same on every machine, whenever they were copied there."""

import hashlib
from pathlib import Path
from wsgiref.headers import Headers


def static_headers(headers: Headers, path: str, url: str) -> None:
    """The ETag of a static file. Weak, because all its forms (plain, gzip, brotli) share it (RFC 9110, 8.8.1)."""
    headers["ETag"] = f'W/"{hashlib.sha256(Path(path).read_bytes()).hexdigest()[:24]}"'
