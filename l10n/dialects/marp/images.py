"""What Marp takes for commands in the description of an image."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from l10n.dialects.fault import Fault, Kept
from l10n.language import excerpt
from l10n.regex import regex

_LENGTH = r"(?:(?:\d*\.)?\d+(?:%|ch|cm|em|ex|in|mm|pc|pt|px)?|auto)"
COMMANDS = regex(
    rf"bg|(?:\d*\.)?\d+%|w(?:idth)?:{_LENGTH}|h(?:eight)?:{_LENGTH}"
    r"|(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::\S+)?"
    r"|auto|contain|cover|fit|(?:left|right)(?::(?:\d*\.)?\d+%)?|vertical|horizontal"
)
"""``left``, ``fit`` and their kin are some of backgrounds only; as words of prose they hardly stand alone."""
_IMAGE = regex(r"!\[((?:[^\[\]\\]|\\.)*)\]")


def spoken(text: str) -> str:
    """A message without commands to images."""
    return _IMAGE.sub(lambda match: f"![{' '.join(_prose(match[1]))}]", text) if "![" in text else text


def _prose(description: str) -> list[str]:
    return [word for word in description.split() if not COMMANDS.fullmatch(word)]


def changed_commands(before: str, after: str, text: str) -> Iterator[Fault]:  # noqa: ARG001
    """The first command of an image that is gone or new."""
    had, has = Counter(_commands(before)), Counter(_commands(after))
    if had == has:
        return
    lost, new = next(iter(had - has), None), next(iter(has - had), None)
    if lost:
        yield Fault(Kept.MACRO, f"the image's command {excerpt(lost)} is missing")
    elif new:
        yield Fault(Kept.MACRO, f"{excerpt(new)} would be a command in an image's description")


def _commands(text: str) -> Iterator[str]:
    for match in _IMAGE.finditer(text):
        yield from (word for word in match[1].split() if COMMANDS.fullmatch(word))
