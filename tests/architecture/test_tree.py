# SPDX-License-Identifier: EUPL-1.2
"""What every file of the project must and must not hold."""

import ast
import re
import tomllib

import pytest

from tests.architecture.tree import ROOT, ending, files, text

SPDX = "# SPDX-License-Identifier: EUPL-1.2"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.M)
# Put together from parts, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(
    "|".join(
        [
            r"(?<![\w/.])/wor" + r"k/[a-z.]",
            r"(?<![\w/.])/ro" + r"ot/[\w.]",
            r"(?<![\w/.])/ho" + r"me/[a-z]",
            r"/Us" + r"ers/[a-z]",
            "/tmp/pl" + "an",
        ]
    )
)
REGISTRIES = [
    "py" + "pi.org",
    "files.python" + "hosted",
    "registry.npm" + "js",
    "deb.debian" + ".org",
    "security.debian" + ".org",
]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def canonical(name: str) -> str:
    """A package name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(name: str) -> dict[str, str]:
    return {
        canonical(package): version
        for package, version in PIN.findall((ROOT / name).read_text(encoding="utf-8"))
    }


@pytest.fixture(scope="module")
def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def wanted(requirements: list[str]) -> set[str]:
    """The names of the packages of requirement lines."""
    return {canonical(re.split(r"[\[~<>=!; ]", line)[0]) for line in requirements}


def test_there_are_files():
    assert len(files()) > 100


def test_every_python_file_names_its_licence():
    missing = []
    for path in ending(".py"):
        first = text(path).splitlines()[:2]
        if first and SPDX not in first[1 if first[0].startswith("#!") else 0 :][:1]:
            missing.append(str(path))
    assert not missing, f"first line must be: {SPDX}"


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address(name):
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash(name):
    blocks = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip())
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_locks_hold_what_the_project_asks_for(project):
    runtime = project["project"]["dependencies"] + project["project"]["optional-dependencies"]["postgres"]
    assert wanted(runtime) - set(pins("requirements.lock")) == set(), "mend: make locks"
    assert (
        wanted(runtime + project["dependency-groups"]["dev"]) - set(pins("requirements-dev.lock")) == set()
    ), "mend: make locks"


def test_the_development_lock_holds_the_runtime_lock():
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items(), "mend: make locks"


def test_no_lock_that_records_addresses():
    assert [path for path in files() if path.name in ("uv.lock", "poetry.lock", "Pipfile.lock")] == []


def test_no_file_names_a_machine_path():
    found = [f"{path}: {match.group()}" for path in files() if (match := MACHINE_PATHS.search(text(path)))]
    assert not found


def test_no_file_names_a_package_registry():
    assert [f"{path}: {host}" for path in files() for host in REGISTRIES if host in text(path)] == []


def test_no_left_over_marks():
    marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    found = [
        f"{path}: {match.group()}"
        for path in ending(".py", ".html", ".css", ".js", ".sh", ".yaml")
        if (match := marks.search(text(path)))
    ]
    assert not found


def test_no_drawer_for_everything():
    """A helper has a subject, so it has a name."""
    assert [
        path
        for path in ending(".py")
        if path.stem in ("utils", "util", "helpers", "helper", "misc", "common")
    ] == []


def test_a_test_that_a_database_cannot_run_is_skipped_with_its_reason():
    """Who only returns is counted as passed."""
    found = [
        f"{path}:{each.lineno}"
        for path in ending(".py")
        if path.name.startswith("test_")
        for each in ast.walk(ast.parse(text(path)))
        if isinstance(each, ast.If)
        and "connection.vendor" in ast.unparse(each.test)
        and isinstance(each.body[-1], ast.Return)
        and each.body[-1].value is None
    ]
    assert not found, "mend: pytest.skip(why)"


def test_no_compiled_or_generated_file():
    assert [path for path in files() if path.suffix in (".mo", ".pyc", ".sqlite3", ".whl", ".gz")] == []


def test_the_licence_is_whole():
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in licence
    assert "covered Source Code from exclusive appropriation." in licence
