"""Real readers of pages: what blocks they make of one, as tags in the order of the page."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from importlib.util import find_spec

from engines import node
from engines.node import HERE, Program, started

PACKAGES = HERE / "packages" / "pages" / "package.json"
"""Where ``make engines`` puts markdown-it, its plug-ins and MDX."""
Reader = Callable[[str], list[str] | None]
"""From a page to the tags of its blocks; None if the reader refuses it."""

_BLOCKS = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "table", "tr", "td"),
    *("th", "dl", "dt", "dd", "hr", "div", "details", "summary", "section", "input"),
}


class _Tags(HTMLParser):
    """Gathers the tags of blocks, and the names that links could lead to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            kept = [value for name, value in attrs if name == "class" and value]
            self.found.append(" ".join([tag, *kept]))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.found.append(f"/{tag}")


def tags(html: str) -> list[str]:
    """The tags of the blocks in ``html``."""
    parser = _Tags()
    parser.feed(html)
    parser.close()
    return parser.found


def missing(name: str) -> str | None:
    """Why that reader cannot be run here; None if it can."""
    if name == "mkdocs":
        return None if find_spec("markdown") and find_spec("pymdownx") else "there is no pymdown-extensions"
    if name == "pandoc":
        return None if shutil.which("pandoc") else "there is no pandoc"
    return node.missing(PACKAGES, "markdown-it")


@contextmanager
def running(name: str) -> Iterator[Reader]:
    """The reader of that name, until the end of the block."""
    if name == "mkdocs":
        yield _mkdocs
    elif name == "pandoc":
        yield _pandoc
    else:
        with started("pages.mjs", PACKAGES, name) as program:
            assert program.greeting == "ready"
            yield lambda text: _asked(program, name, text)


def _asked(program: Program, name: str, text: str) -> list[str] | None:
    html = program.asked(text).get("html")
    if html is None:
        return None
    return _made(html) if name == "mdx" else tags(html)


def _made(program: str) -> list[str]:
    """The elements of blocks that a program of MDX makes, and the names that are run in it."""
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", program[program.index("_createMdxContent") :])
    made = re.findall(r"_jsxs?\((?:_components\.)?([\w$.]+)", bare)
    run = {*re.findall(r"[\w$]+", bare)} - _COMMON
    return [*(name for name in made if name not in _COMMON), *sorted(run)]


_COMMON = {
    *(
        "a",
        "em",
        "strong",
        "code",
        "img",
        "br",
        "del",
        "sup",
        "children",
        "href",
        "title",
        "src",
        "alt",
        "id",
    ),
    *("_jsx", "_jsxs", "_components", "_createMdxContent", "MDXContent", "props", "components", "const"),
}


_FRONT_MATTER = re.compile(r"\A---\n(?:.*\n)*?---\n")


def _mkdocs(text: str) -> list[str]:
    import markdown

    text = _FRONT_MATTER.sub("", text)  # MkDocs takes it off
    names = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "abbr", "toc"]
    more = ["details", "tabbed", "superfences", "arithmatex", "blocks.admonition", "snippets"]
    return tags(markdown.markdown(text, extensions=[*names, *(f"pymdownx.{one}" for one in more)]))


def _pandoc(text: str) -> list[str] | None:
    done = subprocess.run(
        ["pandoc", "-f", "markdown", "-t", "html"], input=text, capture_output=True, text=True, check=False
    )
    return tags(done.stdout) if done.returncode == 0 else None
