"""The blocks of one Markdown document, with the place of every line of their inline content.

markdown-it gives lines, not columns, and that is enough: outside tables every content line of a block is the
tail of its source line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property
from itertools import chain, pairwise, takewhile
from operator import attrgetter, itemgetter

from l10n.deck.attributes import NONE, Find, Value, attributes_of_html, shown_in_lines
from l10n.deck.author import notes
from l10n.deck.html import Run, left_open, runs
from l10n.deck.items import Attribute, Block, Item, Untold, before_code
from l10n.deck.joints import Joints
from l10n.deck.model import Kind
from l10n.deck.rows import Cells
from l10n.deck.structure import begins_with_inline_tag, shapes_of, texts, texts_of_later
from l10n.dialects import Slice
from l10n.markdown import BlockReader, BlockToken, commonmark
from l10n.regex import regex

_CONTAINERS = {
    "list_item_open": Kind.LIST_ITEM,
    "blockquote_open": Kind.QUOTE,
    "heading_open": Kind.HEADING,
    "th_open": Kind.TABLE_CELL,
    "td_open": Kind.TABLE_CELL,
    "title_open": Kind.TITLE,
}
_TEXTS = frozenset({"inline", "verbatim", "untold"})
_CLOSINGS = frozenset(name.replace("_open", "_close") for name in _CONTAINERS)


class Document:
    """One Markdown document of a deck, parsed into block tokens."""

    def __init__(
        self,
        part: Slice,
        text: str,
        readers: Sequence[BlockReader] = (commonmark,),
        has_own_lines: Callable[[str], bool] = lambda _: False,
        links: Callable[[str], object] = lambda _: None,
        *,
        names: Set[str] = NONE,
    ) -> None:
        """The slice ``part`` of ``text``; it is read when something is asked of it.

        ``links`` says what leads anywhere in the text of a block, in comparable form; values of attributes
        that have one of the ``names`` are messages.
        """
        self.slice = part
        self.has_own_lines = has_own_lines
        self.readers = readers
        self._links = links
        self._names = names
        self.lines, self.starts, stretches = part.lines(text)
        self.text = text + "".join(text[slice(*one)] for one in stretches) if stretches else text
        gone = [one for one in part.masks if one[0] in part.joints] if part.joints else []
        self.joints = Joints(gone, part.holes, len(text), stretches) if gone or part.holes else None
        # markdown-it replaces NUL, too; done here, its lines and ours stay the same.
        self.source = "\n".join(self.lines).replace("\0", "\ufffd")

    @cached_property
    def _parsed(self) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
        return self.readers[0](self.source)

    @property
    def tokens(self) -> Sequence[BlockToken]:
        """Its block tokens."""
        return self._parsed[0]

    @cached_property
    def tokens_of_versions(self) -> list[Sequence[BlockToken]]:
        """Its block tokens to each version of the renderer."""
        return [self.tokens, *(read(self.source)[0] for read in self.readers[1:])]

    @cached_property
    def shapes(self) -> list[tuple[object, ...]]:
        """What its blocks are to each version; a source is held against many texts."""
        shapes = [shape for tokens in self.tokens_of_versions for shape in shapes_of(tokens, self._names)]
        # What leads anywhere, block by block: a link may begin in one message and end in another.
        return [*shapes, *(("joined", self._links(token.content)) for token in self._joined)]

    @property
    def is_joined(self) -> bool:
        """Whether a block may be of several messages: then what is in it counts, too."""
        return bool(self._joined)

    @cached_property
    def _joined(self) -> Sequence[BlockToken]:
        """Text that may be of several messages, or hold a definition that is none to a later version."""
        joined = self.joints is not None and self.joints.join(self.text)
        later = texts_of_later(*self.tokens_of_versions) if "]:" in self.source else ()
        return [*(texts(self.tokens) if joined else ()), *later]

    @property
    def references(self) -> Mapping[str, str]:
        """Link definitions that the renderer sees in it: label to target."""
        return self._parsed[1] if "]:" in self.source else {}

    def read(self) -> Iterator[Item]:
        """Blocks of inline content, text that is in none, and comments to this toolkit, in order."""
        for item in self._in_text():
            code = self._code_in(item) if self.slice.code and isinstance(item, Block) else None
            if code is None or not isinstance(item, Block):
                yield item
            else:
                yield from before_code(item, code)

    def _code_in(self, block: Block) -> int | None:
        """Where code begins that the renderer takes for prose of a block, if it does."""
        at = bisect_right(self.slice.code, block.start, key=itemgetter(1))
        start = self.slice.code[at][0] if at < len(self.slice.code) else block.end
        return start if start < block.end else None

    def _in_text(self) -> Iterator[Item]:
        if self.joints is None:
            return self._items()
        return chain.from_iterable(map(self.joints.apart, self._items()))

    def _items(self) -> Iterator[Item]:
        containers = [Kind.PARAGRAPH]
        cells = Cells(self)
        element = ""
        for token in self.tokens:
            kind = token.type
            if kind == "html_block" or (element and kind in _TEXTS):
                inside, element = element, left_open(token.content, element)
                if inside:
                    yield from [self._untold(token)] if any(runs(token.content)) else ()
                    continue
            if kind == "inline":
                if containers[-1] is Kind.TABLE_CELL:
                    yield from cells.take(token)
                else:
                    yield self._block(token, containers[-1])
            elif kind in _CONTAINERS:
                containers.append(_CONTAINERS[kind])
            elif kind in _CLOSINGS:
                containers.pop()
            elif kind == "tr_open":
                cells.begin(token)
            elif kind == "html_block":
                yield from self._html(token, containers[-1])
            elif kind == "verbatim":
                yield from self._attributes(token, shown_in_lines)
            elif kind == "untold":
                yield self._untold(token)

    def _html(self, token: BlockToken, kind: Kind) -> Iterator[Item]:
        if begins_with_inline_tag(token):
            yield from self._below_tag(token, kind)
            return
        first, last = token.map or (0, 0)
        yield from notes("\n".join(self.lines[first:last]), self.starts[first])
        places = self._places(token)
        found: list[Block | Untold | Attribute] = [
            self._run(run, places) or self._untold(token) for run in runs(token.content)
        ]
        found += self._attributes(token, attributes_of_html)
        found.sort(key=attrgetter("start"))
        for block in found:
            block.goes_on = block is not found[-1]
            yield block

    def _below_tag(self, token: BlockToken, kind: Kind) -> Iterator[Item]:
        """The text below a tag such as ``<span>`` that has its line for itself: most begin HTML only so.

        Some readers of pages take it for a paragraph, so its text is one.
        """
        block = self._block(token, kind)
        if isinstance(block, Untold):
            yield block
            return
        first, *lines = block.lines
        for one in attributes_of_html(self.text[slice(*first)], self._names):
            yield self._value(first[0], one)
        if not _LONE_TAG.fullmatch(self.text, *first):
            lines.insert(0, first)
        if lines and _CLOSING_TAG.fullmatch(self.text, *lines[-1]):
            lines.pop()
        if lines:
            yield replace(block, start=lines[0][0], end=lines[-1][1], lines=lines)

    def _attributes(self, token: BlockToken, find: Find) -> Iterator[Attribute]:
        """The attributes in the lines of a block that ``find`` finds people to read."""
        whole = self._untold(token)
        begin = max(self.text.find(token.content.lstrip()[:1], whole.start), whole.start)
        for one in find(self.text[begin : whole.end], self._names):
            yield self._value(begin, one)

    def _value(self, begin: int, value: Value) -> Attribute:
        return Attribute(begin + value.start, begin + value.end, value.quoting, self.slice)

    def _places(self, token: BlockToken) -> list[tuple[int, int]]:
        """For each line of raw HTML, where it ends in the content, and in the text."""
        places: list[tuple[int, int]] = []
        at = 0
        for number, line in enumerate(token.content.removesuffix("\n").split("\n"), (token.map or (0,))[0]):
            if number >= len(self.lines) or not self.lines[number].endswith(line):
                return []
            at += len(line) + 1
            places.append((at - 1, self.starts[number] + len(self.lines[number])))
        return places

    def _run(self, run: Run, places: Sequence[tuple[int, int]]) -> Block | Untold | None:
        """A stretch of text in raw HTML; what is masked, such as a content class, may part it."""
        first = bisect_left(places, run.start, key=itemgetter(0))
        last = bisect_left(places, run.end, key=itemgetter(0))
        lines: list[tuple[int, int]] = []
        begin = run.start
        for ends, stands in places[first : last + 1]:
            high = min(run.end, ends)
            if begin < high:
                lines.append((stands - (ends - begin), stands - (ends - high)))
            begin = ends + 1
        if not lines:
            return None
        start, end = lines[0][0], lines[-1][1]
        gaps = (self._between(one[1], other[0]) for one, other in pairwise(lines))
        if not run.plain or any(gap.strip(" \t>\n") for gap in gaps):
            return Untold(start, end)
        return Block(start, end, lines, Kind.HTML, self.slice, one_line=False)

    def _between(self, start: int, end: int) -> str:
        """What the engine has between two lines."""
        return self.joints.left(self.text, start, end) if self.joints else self.text[start:end]

    def _untold(self, token: BlockToken) -> Untold:
        first, last = token.map or (0, 0)
        whole = Untold(self.starts[first], self.starts[last - 1] + len(self.lines[last - 1]))
        return self.joints.told(whole) if self.joints else whole

    def _block(self, token: BlockToken, kind: Kind) -> Block | Untold:
        heading = kind is Kind.HEADING
        first, last = token.map or (0, 0)
        line = self.lines[first]
        if "column" in token.attrs:
            start = self.starts[first] + int(token.attrs["column"])
            end = start + len(token.content)
            return Block(start, end, [(start, end)], kind, self.slice, one_line=True)
        if last == first + 1 and line.endswith(token.content):  # most blocks
            end = self.starts[first] + len(line)
            start = end - len(token.content)
            return Block(start, end, [(start, end)], kind, self.slice, heading)
        content = token.content.rstrip("\n").split("\n")
        # White space that is no blank in Markdown (U+00A0, U+2028) may have cost lines at either end.
        for at in range(first, last - len(content) + 1):
            tails = (self._tail(at + index, line, heading) for index, line in enumerate(content))
            lines = [line for line in takewhile(bool, tails) if line]  # no further than they agree
            if len(lines) == len(content):
                one_line = heading and len(lines) == 1
                return Block(lines[0][0], lines[-1][1], lines, kind, self.slice, one_line)
        return self._untold(token)

    def _tail(self, number: int, content: str, heading: bool) -> tuple[int, int] | None:
        line, start = self.lines[number], self.starts[number]
        content = content.lstrip(" \t")
        if line.endswith(content):
            end = start + len(line)
            return end - len(content), end
        content = content.rstrip()
        at = line.find(content) if heading else len(line.rstrip()) - len(content)
        if at < 0 or not line.startswith(content, at):
            return None
        return start + at, start + at + len(content)


_LONE_TAG = regex(r"\s*<(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>\s*")
_CLOSING_TAG = regex(r"</[\w-]+\s*>\s*")
