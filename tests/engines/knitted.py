"""What knitr and xaringan hand to remark, line by line: as they do, but for what R would print."""

import re
from collections.abc import Iterator

_FRONT = re.compile(r"---[ \t]*\n(?:(?!(?:---|\.\.\.)[ \t]*\n).*\n)*(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_HEADER = re.compile(r"([\t >]*)(```+)[ \t]*\{([a-zA-Z0-9_]+)([ ,].*)?\}[ \t]*$", re.ASCII)
_CLOSING = re.compile(r"[\t >]*(```+)[ \t]*$")
_PROPERTY = re.compile(r"(?:class|name|layout|template|count|exclude|background-\w+|highlight-style):")
_MATHEMATICS = re.compile(r"(?<!\S)(?:\$(\$(?! )[^$`\n]+(?<! )\$)\$|\$(?! )([^$`\n]+)(?<! )\$(?![$0-9]))")


def knitted(text: str) -> str:
    """The deck as remark gets it; what R prints is a line of code, and nothing before a property."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    return _with_mathematics("\n".join(_lines(text[front.end() if front else 0 :].split("\n"))))


def _lines(lines: list[str]) -> Iterator[str]:
    at = 0
    while at < len(lines):
        header = _HEADER.match(lines[at])
        last = _last(lines, at, header[2]) if header else None
        if header and last is None:  # it goes on to the end; without code nothing is run, and nothing printed
            yield from ("```", "## [1] 1", "```") if "".join(lines[at + 1 :]).strip(" \t>") else ()
            return
        if header is None or last is None:
            yield re.sub(r"(?<=\S)`r +(?:''|\"\") *`", "", lines[at])
            at += 1
        else:
            yield from _chunk(header, lines[at + 1 : last], lines[last], _is_head(lines, last + 1))
            at = last + 1


def _last(lines: list[str], header: int, ticks: str) -> int | None:
    for at in range(header + 1, len(lines)):
        closing = _CLOSING.match(lines[at])
        if closing and closing[1] == ticks:
            return at
    return None


def _is_head(lines: list[str], at: int) -> bool:
    """Whether what comes next that shows is a property."""
    while at < len(lines):
        header = _HEADER.match(lines[at])
        last = _last(lines, at, header[2]) if header else None
        if header and last is None:
            return False
        if header is None or last is None:
            if lines[at]:
                return bool(_PROPERTY.match(lines[at]))
            at += 1
        elif header[3] == "asis":
            return False
        else:
            at = last + 1
    return False


def _is_silent(header: re.Match[str], code: list[str]) -> bool:
    said = header[4] or ""
    return "include=FALSE" in said or "echo=FALSE" in said or not "".join(code).strip(" \t>")


def _chunk(header: re.Match[str], code: list[str], closing: str, before_property: bool) -> Iterator[str]:
    said = header[4] or ""
    if "include=FALSE" in said or (before_property and header[3] != "asis"):
        yield ""
    elif _is_silent(header, code):
        yield from (f"{header[1]}```", f"{header[1]}## [1] 1", f"{header[1]}```")
    elif header[3] == "asis":
        yield from ("", *code, "")
    else:
        yield from (f"{header[1]}{header[2]}{header[3]}", *code, closing)


def _with_mathematics(text: str) -> str:
    """Formulas as inline code, but for those in fences."""
    lines = text.split("\n")
    fences = [at for at, line in enumerate(lines) if re.match(r"[ \t]*```", line)]
    fenced = {
        at for one, other in zip(fences[::2], fences[1::2], strict=False) for at in range(one, other + 1)
    }
    return "\n".join(line if at in fenced else _MATHEMATICS.sub(_code, line) for at, line in enumerate(lines))


def _code(match: re.Match[str]) -> str:
    return f"`{match[1] or match[2]}`"


def run_by_knitr(text: str) -> list[str]:
    """Code within lines, as knitr finds it, and chunks, whatever strings their captions are."""
    inline = re.findall(r"`(?:r[ #]|\{r\} )[^`]+`", text)
    headers = re.findall(r"(?m)^[\t >]*```+[ \t]*\{\w.*\}[ \t]*$", text)
    return sorted(" ".join(one.split()) for one in inline) + [_CAPTION.sub(r"\1''", one) for one in headers]


_CAPTION = re.compile(r"(\b(?:fig|tbl)\.\w+ *= *)(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')")
