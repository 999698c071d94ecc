# SPDX-License-Identifier: EUPL-1.2
"""The town of generations, served by a process of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts.serving import Served, serving
from tests.concurrency import kit


@pytest.fixture(scope="module")
def served(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Generation 1, as readers see it over HTTP."""
    from django.conf import settings

    folder = tmp_path_factory.mktemp("town")
    pack = kit.town(folder / "first", 1)
    with without_thesaurus(folder), serving(pack, folder / "var", lemmas=Path(settings.LEMMA_CACHE)) as found:
        yield found


def without_thesaurus(folder: Path) -> Any:
    """The town brings its own needs."""
    from unittest.mock import patch

    return patch.dict("os.environ", {"PRISTAN_THESAURUS": str(folder / "none")})
