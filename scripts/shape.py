# SPDX-License-Identifier: EUPL-1.2
"""Sizes against the budgets of the house: python -m scripts.shape

A file over budget is accepted when one of its first five lines says why, as `# over budget: reason` (in templates
`{# over budget: reason #}`, in stylesheets and scripts `/* over budget: reason */`). It speaks for the functions in it too.
A function is counted without its decorators and docstring: saying what it does must never be what makes it too long.
Tests have the budget of a file, but none for functions. Import circles have no excuse. The length of the tests is a goal: it is
printed, not enforced, because lines of tests alone prove nothing.
"""

import ast
import statistics
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
CODE = ("pristan", "config", "scripts")
BUDGETS = {"file": 400, "function": 30, "view": 25, "template": 120}
EXCUSE = "over budget:"
EXCUSE_LINES = 5
STYLES = (".css", ".js")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Measured:
    """One thing with a size in lines."""

    kind: str
    where: str
    lines: int
    is_excused: bool

    @property
    def is_over(self) -> bool:
        """Over its budget, with no reason given."""
        return self.lines > BUDGETS[self.kind] and not self.is_excused


def main() -> int:
    """Print the table; status 1 if anything is over budget."""
    measured = list(measure())
    circles = import_circles()
    code, tests = lines_of(code_files()), lines_of(test_files())
    print(f"{'':10} {'budget':>7} {'count':>6} {'median':>7} {'p90':>5} {'max':>5}  {'over':>4} excused")
    for kind in BUDGETS:
        print(row(kind, [one for one in measured if one.kind == kind]))
    print(f"{'circles':10} {0:>7} {len(circles):>6}")
    print(
        f"{'tests:code':10} {'1.00':>7} {tests / max(code, 1):>6.2f}   ({tests} lines of tests, {code} of code)"
    )
    over = sorted((one for one in measured if one.is_over), key=lambda one: -one.lines)
    for one in over:
        print(f"over budget: {one.kind} of {one.lines} lines (at most {BUDGETS[one.kind]}): {one.where}")
    for circle in circles:
        print(f"import circle: {' -> '.join([*circle, circle[0]])}")
    if tests < code:
        print(f"below the goal: {code - tests} lines of tests are missing to be as long as the code")
    if over or circles:
        print(
            f"mend: split it, or say why in one of the first {EXCUSE_LINES} lines: # {EXCUSE} <reason>",
            file=sys.stderr,
        )
    return 1 if over or circles else 0


def row(kind: str, group: list[Measured]) -> str:
    """One line of the table."""
    sizes = sorted(one.lines for one in group) or [0]
    p90 = sizes[min(len(sizes) - 1, len(sizes) * 9 // 10)]
    over = sum(one.is_over for one in group)
    excused = sum(one.is_excused and one.lines > BUDGETS[kind] for one in group)
    return f"{kind:10} {BUDGETS[kind]:>7} {len(group):>6} {statistics.median(sizes):>7.0f} {p90:>5} {sizes[-1]:>5}  {over:>4} {excused}"


def measure() -> Iterator[Measured]:
    """Every file, function, view and template."""
    for path in [*code_files(), *test_files()]:
        text = path.read_text(encoding="utf-8")
        excused, shown = is_excused(text), str(path.relative_to(ROOT))
        yield Measured("file", shown, text.count("\n"), excused)
        if not is_test(path):
            for function in functions(ast.parse(text)):
                kind = "view" if is_view(path) else "function"
                yield Measured(kind, f"{shown}:{function.lineno} {function.name}", length(function), excused)
    for path in ours("**/*.html"):
        text = path.read_text(encoding="utf-8")
        yield Measured("template", str(path.relative_to(ROOT)), text.count("\n"), is_excused(text))
    for path in (found for suffix in STYLES for found in ours(f"**/*{suffix}")):
        text = path.read_text(encoding="utf-8")
        yield Measured("file", str(path.relative_to(ROOT)), text.count("\n"), is_excused(text))


def ours(pattern: str) -> list[Path]:
    """Files of our own inside the package: nothing vendored."""
    return sorted(path for path in (ROOT / "pristan").glob(pattern) if "vendor" not in path.parts)


def code_files() -> list[Path]:
    """Python that runs; migrations are generated."""
    every = (path for folder in CODE for path in sorted((ROOT / folder).rglob("*.py")))
    return [path for path in every if not is_test(path) and "migrations" not in path.parts]


def test_files() -> list[Path]:
    """Python that tests: an app's own and the common ones."""
    apart = (path for folder in CODE for path in sorted((ROOT / folder).rglob("*.py")) if is_test(path))
    return [*apart, *sorted((ROOT / "tests").rglob("*.py"))]


def is_test(path: Path) -> bool:
    """Lies in a folder of tests."""
    return "tests" in path.relative_to(ROOT).parts


def is_view(path: Path) -> bool:
    """views.py, or a file in a folder views."""
    return path.name == "views.py" or path.parent.name == "views"


def is_excused(text: str) -> bool:
    """A reason stands in the first lines."""
    return any(
        EXCUSE in line and line.split(EXCUSE)[1].strip(" *#-}/") for line in text.splitlines()[:EXCUSE_LINES]
    )


def functions(tree: ast.AST) -> Iterator[Function]:
    """All functions and methods, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(function: Function) -> int:
    """Lines from `def` to the end, less the docstring."""
    total = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is None:
        return total
    told = function.body[0]
    return total - ((told.end_lineno or told.lineno) - told.lineno + 1)


def lines_of(paths: Iterable[Path]) -> int:
    """Lines in all of them."""
    return sum(path.read_text(encoding="utf-8").count("\n") for path in paths)


def import_circles() -> list[list[str]]:
    """Groups of modules that import each other, imports inside functions counted, those for type checking not."""
    graph = grimp.build_graph("pristan", exclude_type_checking_imports=True, cache_dir=None)
    neighbours = {module: sorted(graph.find_modules_directly_imported_by(module)) for module in graph.modules}
    return sorted(sorted(group) for group in strong_components(neighbours) if len(group) > 1)


def strong_components(neighbours: dict[str, list[str]]) -> list[set[str]]:
    """Strongly connected components (Kosaraju: finishing order forwards, then reach backwards)."""
    order: list[str] = []
    seen: set[str] = set()
    for start in sorted(neighbours):
        _visit(start, neighbours, seen, order.append)
    backwards: dict[str, list[str]] = {module: [] for module in neighbours}
    for module, imported in neighbours.items():
        for one in imported:
            backwards[one].append(module)
    seen.clear()
    components = []
    for start in reversed(order):
        group: set[str] = set()
        _visit(start, backwards, seen, group.add)
        components.append(group)
    return components


def _visit(
    start: str, neighbours: dict[str, list[str]], seen: set[str], leave: Callable[[str], object]
) -> None:
    """Depth first without recursion; `leave` is called with each node when all behind it are done."""
    if start in seen:
        return
    seen.add(start)
    stack = [(start, iter(neighbours[start]))]
    while stack:
        node, rest = stack[-1]
        onward = next((one for one in rest if one not in seen), None)
        if onward is None:
            stack.pop()
            leave(node)
        else:
            seen.add(onward)
            stack.append((onward, iter(neighbours[onward])))


if __name__ == "__main__":
    sys.exit(main())
