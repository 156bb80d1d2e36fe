"""How the index page is laid out: a template of a project says where data go, and can do nothing else.

It comes from whoever sends a change. So of Jinja's language it has what places, repeats and chooses: values,
filters of a table, ``for`` in ``for``, ``if``. It has no calls, macros or arithmetic, and the decks are gone
through in no other ``for``: it ends soon, and the page is no longer than what is listed makes it.
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
_LONGEST = 100_000
"""Characters of a template."""
_MANY = "decks"
"""What a ``for`` in another does not go through."""


def laid_out(template: str, place: Place, **data: object) -> str:
    """The page, with all that is shown escaped; ``ConfigError`` names the line of what it may not have."""
    if len(template) > _LONGEST:
        raise ConfigError(f"it has more than {_LONGEST:,} characters, too many for a template", place)
    try:
        tree = _ENVIRONMENT.parse(template)
        for node, message in _refused(tree, 0):
            raise ConfigError(message, Place(place.path, node.lineno))
        return _ENVIRONMENT.from_string(tree).render(data)
    except TemplateSyntaxError as error:
        raise ConfigError(f"this is no template: {error.message}", Place(place.path, error.lineno)) from error
    except (TemplateError, SecurityError, TypeError, ValueError) as error:
        raise ConfigError(f"the template cannot be filled in: {error}", place) from error
    except (RecursionError, SyntaxError) as error:  # Jinja makes Python of it
        raise ConfigError("its parts stand too deep in each other for a template", place) from error


def _refused(node: nodes.Node, depth: int) -> Iterator[tuple[nodes.Node, str]]:
    depth += isinstance(node, nodes.For)
    if depth > _DEPTH:
        yield node, f"at most {_DEPTH} 'for' may stand in each other in this template"
    if isinstance(node, nodes.For) and (message := _too_long(node.iter, depth)):
        yield node, message
    if type(node) not in _NODES or (isinstance(node, nodes.For) and (node.recursive or node.test)):
        kind = type(node).__name__.lower()
        yield node, f"a template of the index has no {kind}; it only places what it is given"
    if isinstance(node, nodes.Filter) and node.name not in _FILTERS:
        yield node, f"a template of the index has no filter {node.name!r}; it has {', '.join(_FILTERS)}"
    for child in node.iter_child_nodes():
        yield from _refused(child, depth)


def _too_long(gone_through: nodes.Node, depth: int) -> str | None:
    """Why a ``for`` cannot go through that."""
    if not isinstance(gone_through, nodes.Name | nodes.Getattr):
        return "a 'for' of this template goes through what has a name, such as 'decks' or 'deck.translations'"
    if depth > 1 and isinstance(gone_through, nodes.Name) and gone_through.name == _MANY:
        return f"a 'for' within another does not go through {_MANY!r}, which would take too long"
    return None


_ENVIRONMENT = ImmutableSandboxedEnvironment(
    autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, optimized=False
)
_ENVIRONMENT.globals.clear()
