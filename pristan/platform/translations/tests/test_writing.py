# SPDX-License-Identifier: EUPL-1.2
"""Many files are written, or none."""

from pathlib import Path

import pytest

from pristan.platform.translations.writing import write_all


def test_only_what_differs_is_written(tmp_path):
    same, new = tmp_path / "same.yaml", tmp_path / "uk" / "deep" / "new.yaml"
    same.write_text("a: 1\r\n", newline="")
    before = same.stat().st_mtime_ns
    assert write_all({same: "a: 1\r\n", new: "b: č\n"}) == [new]
    assert (new.read_text(), same.stat().st_mtime_ns) == ("b: č\n", before)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["new.yaml", "same.yaml"]


def test_an_error_half_way_leaves_everything_as_it_was(tmp_path, monkeypatch):
    first, second, third = (tmp_path / name for name in ("a.yaml", "uk/b.yaml", "c.yaml"))
    first.write_text("old")
    replace = Path.replace

    def fail(path, target):
        if target == third:
            raise OSError("no room")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no room"):
        write_all({first: "new", second: "new", third: "new"})
    assert first.read_text() == "old" and [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
