"""How the inline text of a deck is read: what its engine takes for code, emphasis and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from l10n.markdown.constructs import InlineSpan, SpanKind, spans
from l10n.markdown.emphasis import Emphasis, emphasised
from l10n.markdown.targets import Target, targets
from l10n.regex import regex


class InlineReader(Protocol):
    """One way of reading; a dialect says which are its engine's."""

    def code(self, text: str) -> Sequence[InlineSpan]:
        """Inline code, in order."""

    def emphasis(self, text: str, bare: str) -> Emphasis:
        """What is emphasised in ``text``; ``bare`` has neither its code, nor targets, tags and escapes."""

    def targets(self, text: str, references: Mapping[str, str]) -> Sequence[Target]:
        """Where links, images and URLs lead; of a label that is not among ``references``, the label."""


_IDLE = regex(r"(?<!\S)(?:\*\*|__)(?!\S)")


class _CommonMark:
    """As CommonMark has it."""

    def code(self, text: str) -> Sequence[InlineSpan]:
        return [span for span in spans(text) if span.kind is SpanKind.CODE] if "`" in text else []

    def emphasis(self, text: str, bare: str) -> Emphasis:  # noqa: ARG002
        found = emphasised(bare)
        idle = [match.span() for match in _IDLE.finditer(bare)]
        return found._replace(idle=idle) if idle else found

    def targets(self, text: str, references: Mapping[str, str]) -> Sequence[Target]:
        return targets(text, references)


COMMONMARK: InlineReader = _CommonMark()
