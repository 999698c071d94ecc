# SPDX-License-Identifier: EUPL-1.2
"""Where the set-up step keeps the compiled word lists."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LEMMAS = Path(os.environ.get("PRISTAN_VAR", ROOT / "var")).resolve() / "lemmas"
