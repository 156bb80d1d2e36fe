"""What the parser needs to know of an engine: a dialect is typed against it without the table of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Self

from l10n.dialects.options import Option
from l10n.markdown import BlockReader, commonmark

if TYPE_CHECKING:
    from l10n.dialects.cut import Cut
    from l10n.dialects.renderer import Renderer

FLAVOURS = ("commonmark", "mkdocs", "pandoc", "mdx")
"""Of pages, as users write them in the configuration."""


class Settings(NamedTuple):
    """What a project says of its dialects."""

    front_matter: tuple[str, ...] = ("title", "description")
    """Patterns of the keys of front matter whose values are messages."""
    flavour: str = "commonmark"
    """Of pages: what holds where their tools conflict."""
    breaks: bool = False
    """Of pages: whether a line end shows."""
    options: Mapping[str, Any] = {}
    """What is said of the dialect's own options, by their names."""

    def of(self, option: Option) -> Any:
        """The value of an option: what was said, else what holds without it."""
        return self.options.get(option.name, option.default)


class Dialect(Protocol):
    """What the parser needs to know of an engine."""

    @property
    def name(self) -> str:
        """As users write it in the configuration."""

    @property
    def dedent(self) -> bool:
        """Whether the engine drops the indent that all lines share."""

    @property
    def renderer(self) -> Renderer:
        """What renders its Markdown."""

    @property
    def settings(self) -> Settings:
        """What the project says of it."""

    @property
    def options(self) -> Sequence[Option]:
        """Settings that only it has."""

    def with_settings(self, settings: Settings) -> Self:
        """The same as a project wants it."""

    def cut(self, text: str) -> Cut:
        """Find slides and Markdown documents in a text: it has no byte order mark, and no line end but LF.

        All offsets in what is found count its characters.
        """

    @property
    def readers(self) -> Sequence[BlockReader]:
        """From a Markdown document to the blocks that the engine's renderer finds in it.

        One for each version of it that is still in use; messages are what the first finds.
        """

    def has_own_lines(self, source: str) -> bool:
        """Whether a line may begin a block by what begins none in CommonMark."""

    def earlier(self, text: str) -> Cut | None:
        """The same by an earlier version of the engine that is still in use; None if there is none."""


class Plain:
    """What most engines have in common: a dialect of its kind says its name, its renderer and how it cuts."""

    settings = Settings()
    options: Sequence[Option] = ()
    dedent = False

    def with_settings(self, settings: Settings) -> Self:
        """The same as a project wants it."""
        other = copy(self)
        other.settings = settings
        return other

    @property
    def readers(self) -> Sequence[BlockReader]:
        """CommonMark's blocks, and tables."""
        return (commonmark,)

    def has_own_lines(self, source: str) -> bool:  # noqa: ARG002
        """Nothing begins a block that begins none in CommonMark."""
        return False

    def earlier(self, text: str) -> Cut | None:  # noqa: ARG002
        """All versions in use see the same slides."""
        return None
