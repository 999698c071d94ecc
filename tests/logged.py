# SPDX-License-Identifier: EUPL-1.2
"""What was written to logs and streams during a test."""

import re
from typing import Any

TIME = re.compile(r'"ms": [\d.]+|"timestamp": "[^"]*"')


def words(caplog: Any, capsys: Any) -> str:
    """All of it, without clock and durations: a request of 77 milliseconds does not tell that somebody is 77."""
    return TIME.sub("", caplog.text + "".join(capsys.readouterr()))
