# SPDX-License-Identifier: EUPL-1.2
"""Build or mend .venv. Needs nothing but the standard library of Python >= 3.11; called by environment.sh.

While it works, `.venv/.building` stands there. Found at the start it means that an earlier run was interrupted: packages
may be half written, so the folder is made anew (what was downloaded is still in pip's cache). Stamps are written last.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
BUILDING = VENV / ".building"
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}


def main(kind: str, stamps: dict[str, str]) -> int:
    """Bring .venv to what `kind` needs; one at a time, others wait."""
    began = time.monotonic()
    with Path(__file__).open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not is_sound():
            remove()
            print("1/3 making .venv ...", flush=True)
            VENV.mkdir(exist_ok=True)
            BUILDING.touch()
            call(sys.executable, "-m", "venv", str(VENV))
        else:
            print("1/3 .venv is there", flush=True)
        BUILDING.touch()
        for stamp in VENV.glob(".stamp-*"):
            stamp.unlink()
        install(LOCKS[kind])
        print("3/3 Pristan itself ...", flush=True)
        pip("--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        BUILDING.unlink()
        # The development lock holds the runtime lock (a test says so), so it counts for both.
        for name in ("run", "dev") if kind == "dev" else ("run",):
            (VENV / f".stamp-{name}").write_text(stamps[name], encoding="ascii")
    print(f"environment ready ({time.monotonic() - began:.0f} s)", flush=True)
    return 0


def is_sound() -> bool:
    """A finished .venv, made in this very place, whose Python still starts and has pip."""
    activate = VENV / "bin" / "activate"
    if (
        BUILDING.exists()
        or not PYTHON.exists()
        or not activate.exists()
        or str(VENV) not in activate.read_text(encoding="utf-8")
    ):
        return False
    asked = subprocess.run(
        [str(PYTHON), "-c", "import pip, sys; print(sys.prefix)"], capture_output=True, text=True, check=False
    )
    return asked.returncode == 0 and Path(asked.stdout.strip()).resolve() == VENV.resolve()


def remove() -> None:
    """Take a broken .venv away; refuse what does not look like one."""
    if not VENV.exists() and not VENV.is_symlink():
        return
    looks_like_one = BUILDING.exists() or (VENV / "pyvenv.cfg").exists() or not any(VENV.iterdir())
    if VENV.is_symlink() or not looks_like_one:
        sys.exit(
            f"{VENV} is in the way and is no Python environment: move it and run the same command again."
        )
    print("    the former .venv is broken, unfinished or was moved: making it anew", flush=True)
    shutil.rmtree(VENV)


def install(lock: Path) -> None:
    """Install a lock file, each archive checked against its hash; shows how far it is."""
    total = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    command = pip_command("--require-hashes", "--progress-bar", "off", "-r", str(lock))
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT
    ) as running:
        assert running.stdout is not None
        lines, seen = [], 0
        for line in running.stdout:
            lines.append(line)
            if line.startswith(("Collecting ", "Requirement already satisfied", "Ignoring ")):
                seen += 1
                show(f"2/3 packages: {min(seen, total)} of {total} fetched", is_last=False)
            elif line.startswith("Installing collected"):
                show(f"2/3 packages: {total} of {total} fetched, unpacking ...", is_last=True)
    if not running.returncode and not any(line.startswith("Installing collected") for line in lines):
        show(f"2/3 packages: {total} of {total} were there", is_last=True)
    if running.returncode:
        print("".join(lines[-25:]), file=sys.stderr)
        sys.exit(
            f"Packages could not be installed from {lock.name} (above: why). Check the network and run the same command again."
        )


def show(text: str, *, is_last: bool) -> None:
    """One moving line on a terminal; elsewhere only the last state."""
    if sys.stdout.isatty():
        print(f"\r{text}\033[K", end="\n" if is_last else "", flush=True)
    elif is_last:
        print(text, flush=True)


def pip(*words: str) -> None:
    """pip install, quietly."""
    call(*pip_command(*words))


def pip_command(*words: str) -> list[str]:
    """The words that call pip inside .venv."""
    return [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", *words]


def call(*words: str) -> None:
    """Run to the end, or stop with its own words."""
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONHOME", "PYTHONPATH")}
    done = subprocess.run(words, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        sys.exit(f"This failed: {' '.join(words)}\nThe lines above say why; then run the same command again.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], {"run": sys.argv[2], "dev": sys.argv[3]}))
