# SPDX-License-Identifier: EUPL-1.2
"""A contract for import-linter that names what is allowed, instead of all that is not.

Options: `source` (a package), `allowed` (packages of ours that it may import, itself not counted), `libraries` (other
people's packages that it may import, or `any`; the standard library always). Direct imports are checked; tests may look up.
"""

import sys
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

Breach = tuple[str, str, int | None]


class OnlyContract(Contract):
    """The source imports what is on the list, and nothing else."""

    type_name = "only"

    source = fields.StringField()
    allowed = fields.ListField(subfield=fields.StringField(), required=False, default=[])
    libraries = fields.ListField(subfield=fields.StringField(), required=False, default=[])

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Every direct import of the source against the list."""
        found = sorted(self._breaches(graph), key=lambda breach: (breach[0], breach[1]))
        return ContractCheck(kept=not found, metadata={"breaches": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import that is not on the list."""
        output.print_error(f"{self.source} may not import:")
        for importer, imported, line in check.metadata["breaches"]:
            output.print_error(f"- {importer} -> {imported}" + (f" (l.{line})" if line else ""), bold=False)

    def _breaches(self, graph: ImportGraph) -> set[Breach]:
        source = str(self.source)
        modules = {module for module in graph.modules if is_within(module, source) and ".tests" not in module}
        if not modules:
            raise ValueError(f"{source} is no package of this tree")
        return {
            (importer, imported, _line(graph, importer, imported))
            for importer in modules
            for imported in graph.find_modules_directly_imported_by(importer)
            if not self._may(imported)
        }

    def _may(self, imported: str) -> bool:
        ours = {name.split(".")[0] for name in self.session_options["root_packages"]}
        allowed, libraries = cast("list[str]", self.allowed), cast("list[str]", self.libraries)
        root = imported.split(".")[0]
        if root in ours:
            return any(is_within(imported, package) for package in (str(self.source), *allowed))
        return "any" in libraries or root in libraries or root in sys.stdlib_module_names


def is_within(module: str, package: str) -> bool:
    """Whether a module is the package or lies in it."""
    return module == package or module.startswith(package + ".")


def _line(graph: ImportGraph, importer: str, imported: str) -> int | None:
    details = graph.get_import_details(importer=importer, imported=imported)
    return details[0]["line_number"] if details else None
