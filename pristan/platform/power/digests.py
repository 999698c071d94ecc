# SPDX-License-Identifier: EUPL-1.2
"""What is kept of a secret that somebody else holds: of the token in a link, of the key of a session."""

import hashlib


def digest(secret: str) -> str:
    """Enough to know it again, not enough to use it."""
    return hashlib.sha256(secret.encode()).hexdigest()
