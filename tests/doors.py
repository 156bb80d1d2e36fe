"""The contract that wings are entered through their doors, for import-linter."""

from __future__ import annotations

from importlinter import Contract, ContractCheck, fields, output


class DoorsContract(Contract):
    """A module imports nothing from within a wing but its own; what others may use, a wing hands out.

    ``root`` is the package of wings; ``open`` names those whose files are their doors.
    """

    type_name = "doors"
    root = fields.StringField()
    open = fields.SetField(subfield=fields.StringField(), required=False, default=set())

    def check(self, graph, verbose):  # noqa: ARG002 - import-linter's own signature
        """Which imports walk past a door."""
        closed = {wing for wing in graph.find_children(self.root) if graph.find_children(wing)}
        closed -= {f"{self.root}.{name}" for name in self.open}
        past = [
            (module, wing, target)
            for wing in sorted(closed)
            for target in sorted(graph.find_descendants(wing))
            for module in sorted(graph.find_modules_that_directly_import(target))
            if module != wing and not module.startswith(f"{wing}.")
        ]
        return ContractCheck(kept=not past, metadata={"past": past})

    def render_broken_contract(self, check):
        """One line an import."""
        for module, wing, target in check.metadata["past"]:
            output.print_error(f"{module} imports {target}; let {wing} hand it out")
