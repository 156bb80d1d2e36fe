"""Pandoc, as Quarto uses it: the blocks of a deck, and its slides for reveal.js.

What knitr and Quarto do before is done here in short: chunks are fences of their language, shortcodes are
words.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

PANDOC = shutil.which("pandoc")
_CHUNK = re.compile(r"^([ \t>]*```+)[ \t]*\{(\w+)[^\n]*\}[ \t]*$", re.MULTILINE)
_OPTION = re.compile(r"^[ \t>]*(?:#|//|%%)\|.*\n", re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{<\s*(\w+)[^{}\n]*?>\}\}")


_HARMLESS = re.compile(r"</?(?:br|wbr|b|i|em|strong|u|s|small|sub|sup|q|kbd|abbr|mark)\s*/?>")
"""Tags that translators may add."""
_TAGS = re.compile(r"(?is)<!--.*?-->|<(?:style|script|pre)\b.*?</(?:style|script|pre)>|<[^<>]*>")
"""What must stay of raw HTML."""
_TAKES_TITLES = re.compile(r"callout-|panel-tabset")
_TITLE = re.compile(r"#{1,6}(?= )")


def prepared(text: str) -> str:
    """The deck as Pandoc gets it."""
    ready = _SHORTCODE.sub(r"shortcode-\1", _OPTION.sub("", _CHUNK.sub(r"\1\2", text)))
    return "\n".join(_without_titles(ready.split("\n")))


def _without_titles(lines: list[str]) -> Iterator[str]:
    """The titles of callouts and tabs are no slides."""
    divs: list[bool] = []
    for line in lines:
        if line.startswith(":::") and line.strip(": "):
            divs.append(_TAKES_TITLES.search(line) is not None)
        elif line.startswith(":::") and divs:
            divs.pop()
        yield _TITLE.sub("######", line) if any(divs) else line


def _run(text: str, *options: str) -> str:
    command = [
        str(PANDOC),
        "-f",
        "markdown-yaml_metadata_block" if not text.startswith("---") else "markdown",
    ]
    done = subprocess.run(
        [*command, *options], input=prepared(text), capture_output=True, text=True, timeout=60, check=False
    )
    return done.stdout if done.returncode == 0 else f"refused: {done.returncode}"


def blocks(text: str) -> list[object]:
    """Blocks with their attributes, and what of a text must stay, in a form to compare."""
    found = _run(text, "-t", "json")
    return [found] if found.startswith("refused") else list(_shapes(json.loads(found)["blocks"]))


def _shapes(node: Any) -> Iterator[object]:
    """A walk in order; of each text what is kept, sorted, for its order is the translator's."""
    if isinstance(node, list):
        for one in node:
            yield from _shapes(one)
    elif isinstance(node, dict) and "t" in node:
        yield from _shape(node)


def _shape(node: dict[str, Any]) -> Iterator[object]:
    kind, content = node["t"], node.get("c")
    if kind in {"Para", "Plain"}:
        yield kind, sorted(map(repr, _kept(content)))
    elif kind == "Header":
        yield kind, content[0], content[1][1:], sorted(map(repr, _kept(content[2])))
    elif kind == "RawBlock" and content[0].startswith("html"):
        tags = _TAGS.findall(_VALUE.sub("=", content[1]))
        yield kind, content[0], [tag for tag in tags if not _HARMLESS.fullmatch(tag)]
    elif kind in {"CodeBlock", "RawBlock"}:
        yield kind, content[0], _VALUE.sub("=", content[1])
    elif kind == "Div":
        name, classes, values = content[0]
        yield kind, name, classes, _values(values)
        yield from _shapes(content[1])
        yield f"end of {kind}"
    elif kind == "DefinitionList":
        for term, meanings in content:
            yield kind, sorted(map(repr, _kept(term)))
            yield from _shapes(meanings)
    elif kind == "Table":
        widths = [width.get("c", 0) for _, width in content[2]]
        yield kind, [round(width / (sum(widths) or 1), 4) for width in widths]  # so wide to each other
        yield from _shapes(content)
    elif kind == "LineBlock":
        yield kind, len(content)
    else:
        yield kind
        yield from _shapes(content)
        yield f"end of {kind}"


def _is_kept(attributes: list[object], code: str) -> bool:
    """Whether code must stay: what a translation has of other code, checks point at."""
    return attributes != ["", [], []] or _RUN.match(code) is not None


_RUN = re.compile(r"r |\{")
"""How code begins that is run."""


_READ = frozenset({"title", "alt", "fig-alt", "fig-cap"})
_VALUE = re.compile(r"(?<=\salt)=(?:\"[^\"]*\"|'[^']*')|(?<=\stitle)=(?:\"[^\"]*\"|'[^']*')")
"""What people read of attributes, in lists and in tags."""


def _values(values: list[list[str]]) -> list[list[str]]:
    return [[name, "" if name in _READ else value] for name, value in values]


def _kept(inlines: Any) -> Iterator[object]:
    if isinstance(inlines, list):
        for one in inlines:
            yield from _kept(one)
    elif isinstance(inlines, dict) and "t" in inlines:
        kind, content = inlines["t"], inlines.get("c")
        if kind == "RawInline" and _HARMLESS.fullmatch(content[1]):
            return
        if kind == "Math":
            yield kind, content[0], content[1].split()
        elif kind == "RawInline" or (
            kind == "Code" and (_RUN.match(content[1]) or content[0] != ["", [], []])
        ):
            code = _VALUE.sub("=", content[1])
            yield kind, content[0], code  # a translation may have other code than that, which checks point at
        elif kind in {"Link", "Image"}:
            yield kind, content[0][1], _values(content[0][2]), content[2][0]
            yield from _kept(content[1])
        elif kind == "Span":
            yield kind, content[0]
            yield from _kept(content[1])
        elif kind == "Cite":
            yield kind, [one["citationId"] for one in content[0]]
        elif kind == "Note":
            yield kind, list(_shapes(content))
        else:
            yield from _kept(content)


class _Sections(HTMLParser):
    """Gathers slides: the classes of each, how many notes and steps it has."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.slides: list[dict[str, object]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag == "section" and ("slide" in classes or ("id", "title-slide") in attrs):
            self.slides.append({"classes": classes, "notes": 0, "steps": 0})
        elif tag == "aside" and "notes" in classes and self.slides:
            self.slides[-1]["notes"] = int(str(self.slides[-1]["notes"])) + 1
        elif "fragment" in classes and self.slides:
            self.slides[-1]["steps"] = int(str(self.slides[-1]["steps"])) + 1


def slides(text: str) -> list[dict[str, object]]:
    """The slides as Pandoc shows them."""
    parser = _Sections()
    parser.feed(_run(text, "-t", "revealjs", "-s", "--slide-level=2"))
    return parser.slides
