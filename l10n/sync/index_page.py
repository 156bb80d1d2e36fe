"""How the index page is laid out: a template of a project says where data go, and can do nothing else.

It comes from whoever sends a change. So of Jinja's language it has what places, repeats and chooses: values,
filters of a table, ``for`` in ``for``, ``if``. It has no calls, macros or arithmetic: it ends soon.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError

from l10n.errors import ConfigError, Place

_FILTERS = ("escape", "first", "last", "length", "lower", "upper")
_NODES = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If),
    *(nodes.Name, nodes.Getattr, nodes.Const, nodes.Filter),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
)
_DEPTH = 2
"""How many ``for`` may stand in each other: decks, and their translations."""


def laid_out(template: str, place: Place, **data: object) -> str:
    """The page, with all that is shown escaped; ``ConfigError`` names the line of what it may not have."""
    try:
        tree = _ENVIRONMENT.parse(template)
        for node, message in _refused(tree, 0):
            raise ConfigError(message, Place(place.path, node.lineno))
        return _ENVIRONMENT.from_string(tree).render(data)
    except TemplateSyntaxError as error:
        raise ConfigError(f"this is no template: {error.message}", Place(place.path, error.lineno)) from error
    except (TemplateError, SecurityError, TypeError) as error:
        raise ConfigError(f"the template cannot be filled in: {error}", place) from error
    except RecursionError as error:
        raise ConfigError("its parts stand too deep in each other for a template", place) from error


def _refused(node: nodes.Node, depth: int) -> Iterator[tuple[nodes.Node, str]]:
    depth += isinstance(node, nodes.For)
    if depth > _DEPTH:
        yield node, f"at most {_DEPTH} 'for' may stand in each other in this template"
    if type(node) not in _NODES or (isinstance(node, nodes.For) and (node.recursive or node.test)):
        kind = type(node).__name__.lower()
        yield node, f"a template of the index has no {kind}; it only places what it is given"
    if isinstance(node, nodes.Filter) and node.name not in _FILTERS:
        yield node, f"a template of the index has no filter {node.name!r}; it has {', '.join(_FILTERS)}"
    for child in node.iter_child_nodes():
        yield from _refused(child, depth)


_ENVIRONMENT = ImmutableSandboxedEnvironment(
    autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, optimized=False
)
