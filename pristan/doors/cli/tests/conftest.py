# SPDX-License-Identifier: EUPL-1.2
"""The `pristan` command as a person calls it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from pristan.city.directory.tests import minipack
from pristan.doors.cli.main import main


class Answer(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def pristan(capsys, settings) -> Callable[..., Answer]:
    """Call the command; a trace in its words fails the test."""
    settings.THESAURUS_DIR = None

    def call(*words: object) -> Answer:
        capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Answer(status, out, err)

    return call


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return minipack.write(tmp_path / "mini")
