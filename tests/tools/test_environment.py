# SPDX-License-Identifier: EUPL-1.2
"""The environment mends itself: what is broken is noticed, what is not ours is left alone."""

import importlib.util
import subprocess
import sys

import pytest

from tests.cities import ROOT


@pytest.fixture
def environment(monkeypatch, tmp_path):
    """scripts/environment.py, looking at a folder of the test."""
    spec = importlib.util.spec_from_file_location("environment", ROOT / "scripts" / "environment.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    venv = tmp_path / ".venv"
    for name, path in {
        "VENV": venv,
        "PYTHON": venv / "bin" / "python",
        "BUILDING": venv / ".building",
    }.items():
        monkeypatch.setattr(module, name, path)
    return module


@pytest.fixture
def made(environment):
    """A real environment (without pip: that takes seconds; a file stands for it)."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment.VENV)], check=True)
    site = next((environment.VENV / "lib").glob("python*/site-packages"))
    (site / "pip.py").touch()
    return environment


def test_a_whole_environment_is_sound(made):
    assert made.is_sound()


def test_an_interrupted_one_is_not(made):
    made.BUILDING.touch()
    assert not made.is_sound()


def test_one_whose_python_is_gone_is_not(made):
    made.PYTHON.unlink()
    made.PYTHON.symlink_to("/nowhere/python3")
    assert not made.is_sound()


def test_one_without_pip_is_not(made):
    next((made.VENV / "lib").glob("python*/site-packages/pip.py")).unlink()
    assert not made.is_sound()


def test_a_moved_one_is_not(made, monkeypatch):
    moved = made.VENV.rename(made.VENV.parent / "moved")
    for name, path in {
        "VENV": moved,
        "PYTHON": moved / "bin" / "python",
        "BUILDING": moved / ".building",
    }.items():
        monkeypatch.setattr(made, name, path)
    assert not made.is_sound()


def test_a_broken_one_is_taken_away(made):
    made.remove()
    assert not made.VENV.exists()


def test_what_is_no_environment_is_left_alone(environment):
    environment.VENV.mkdir()
    (environment.VENV / "diary.txt").touch()
    with pytest.raises(SystemExit, match="is in the way"):
        environment.remove()
    assert (environment.VENV / "diary.txt").exists()


def test_nothing_there_is_nothing_to_do(environment):
    environment.remove()
    assert not environment.is_sound()


def test_a_lock_that_cannot_be_installed_says_so(made, tmp_path, monkeypatch, capsys):
    lock = tmp_path / "requirements.lock"
    lock.write_text("nothing-such==1.0 --hash=sha256:" + "0" * 64 + "\n")
    monkeypatch.setattr(made, "ROOT", tmp_path)
    monkeypatch.setattr(
        made,
        "pip_command",
        lambda *words: [sys.executable, "-c", "print('no such package'); raise SystemExit(1)"],
    )
    with pytest.raises(SystemExit, match=r"could not be installed from requirements\.lock"):
        made.install(lock)
    assert "no such package" in capsys.readouterr().err


def test_without_python_it_says_what_to_do(tmp_path):
    (tmp_path / "scripts").mkdir()
    for name in (
        "pyproject.toml",
        "requirements.lock",
        "requirements-dev.lock",
        "scripts/environment.sh",
        "scripts/environment.py",
    ):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("dirname", "cksum", "tr", "cat", "id"):
        found = subprocess.run(["which", name], capture_output=True, text=True, check=True).stdout.strip()
        (tools / name).symlink_to(found)
    done = subprocess.run(
        ["/bin/sh", str(tmp_path / "scripts" / "environment.sh"), "run"],
        env={"PATH": str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "needs Python 3.11" in done.stderr
    assert "apt-get install python3" in done.stderr
