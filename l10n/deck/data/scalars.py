"""How a message is written as a value of YAML or TOML: read out of raw text, and written back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from l10n.deck.quoting import Unfit
from l10n.regex import regex


@dataclass(frozen=True, slots=True)
class Scalar(ABC):
    """A value among others that tools read."""

    laid_out: bool = False
    reads_markdown: bool = True

    def unfit(self, msgid: str, text: str) -> Unfit | None:
        """Why ``text`` cannot stand there; None if it can."""
        if "\n" in text and "\n" not in msgid:
            return Unfit("it must stay on one line", "\n")
        if self.read(self.write(text)) != text:
            return Unfit("the front matter cannot hold it")
        return None

    @abstractmethod
    def read(self, raw: str) -> str | None:
        """The string that ``raw`` is; None if it is none."""

    @abstractmethod
    def write(self, text: str, line_end: str = "\n") -> str:
        """``text`` as a value of that style."""


@dataclass(frozen=True, slots=True)
class YamlFlow(Scalar):
    """A YAML scalar, plain or in quotes."""

    mark: str = ""
    """Its quotes."""

    def read(self, raw: str) -> str | None:
        """The string that ``raw`` is; None if it is something else."""
        return yaml_string(raw)

    def write(self, text: str, line_end: str = "\n") -> str:  # noqa: ARG002
        """In the quotes that it had; in some, where without it would be something else."""
        if not self.mark and _is_plain(text):
            return text
        if self.mark == '"' or "\n" in text:
            return f'"{_escaped(text)}"'
        return "'" + text.replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class YamlLoose(Scalar):
    """The rest of a line, where an engine takes it for a string whatever stands in it."""

    signs: str = "[\"'{|>~&*"
    """What it may not begin with: then it is YAML."""

    def read(self, raw: str) -> str | None:
        """The string that ``raw`` is; None if it is something else."""
        quoted = raw.replace('"', '\\"')
        return yaml_string(raw if raw[:1] in self.signs else f'"{quoted}"')

    def write(self, text: str, line_end: str = "\n") -> str:  # noqa: ARG002
        """As it is; in quotes, where to others it would be something else."""
        return text if _is_plain(text) and self.read(text) == text else f'"{_escaped(text)}"'


LOOSE = YamlLoose()


@dataclass(frozen=True, slots=True)
class YamlBlock(Scalar):
    """A YAML scalar over lines, without its first line, which says how it is to be read."""

    indent: str = "  "
    folded: bool = False

    def read(self, raw: str) -> str | None:
        """Its lines without their indent."""
        sign = ">" if self.folded else "|"
        return yaml_string(f"{sign}-\n{self.indent}{raw}")

    def write(self, text: str, line_end: str = "\n") -> str:
        """Each line indented; where lines are folded, a line end is an empty line."""
        end = line_end * 2 if self.folded else line_end
        lines = text.split("\n")
        return end.join([lines[0], *(f"{self.indent}{line}" if line else "" for line in lines[1:])])


@dataclass(frozen=True, slots=True)
class Toml(Scalar):
    """A TOML string."""

    opening: str = '"'
    """Its quotes, and the line end behind them."""

    def read(self, raw: str) -> str | None:
        """The string that ``raw`` is; None if it is none."""
        import tomllib

        try:
            value = tomllib.loads(f"x = {raw}")
        except ValueError:
            return None
        return str(value["x"]) if len(value) == 1 and isinstance(value["x"], str) else None

    def write(self, text: str, line_end: str = "\n") -> str:
        """In the quotes that it had, or in those that can hold anything."""
        mark = self.opening.rstrip("\r\n")
        opening = mark + (line_end if self.opening != mark else "")
        if mark[0] == "'" and ("'" in text or _CONTROL.search(text)):
            opening, mark = (one.replace("'", '"') for one in (opening, mark))
        if mark[0] == "'":
            return f"{opening}{text}{mark}"
        escaped = _escaped(text)
        if len(mark) > 1:
            escaped = escaped.replace("\\n", line_end) if "\\\\" not in escaped else _lines(text, line_end)
        return f"{opening}{escaped}{mark}"


_CONTROL = regex(r"[\0-\x08\x0a-\x1f\x7f]")
_ESCAPED = regex(r"[\0-\x1f\x7f\"\\\x85\u2028\u2029\ufeff]")
_SHORT = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def _escaped(text: str) -> str:
    """``text`` as it stands between double quotes, in YAML and in TOML."""
    return _ESCAPED.sub(lambda match: _SHORT.get(match.group(), f"\\u{ord(match.group()):04x}"), text)


def _lines(text: str, line_end: str) -> str:
    return line_end.join(map(_escaped, text.split("\n")))


def _is_plain(text: str) -> bool:
    """Whether ``text`` says itself as a YAML scalar without quotes, in brackets, too."""
    if "\n" in text:
        return False
    return yaml_string(f"[{text}]", depth=1) == text == yaml_string(f"x: {text}", depth=1)


def yaml_string(raw: str, *, depth: int = 0) -> str | None:
    """The string that a YAML text is, or the only one in it; None if it is anything else."""
    import yaml

    try:
        node: Any = yaml.compose(raw, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    for _ in range(depth):
        if not isinstance(node, yaml.CollectionNode) or len(node.value) != 1:
            return None
        node = node.value[0][1] if isinstance(node, yaml.MappingNode) else node.value[0]
    is_string = isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:str"
    return str(node.value) if is_string else None
