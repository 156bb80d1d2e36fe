"""What translators break, one fault at a time: from a message and its translation to faulty translations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

Mutate = Callable[[str, str], Iterator[str]]
NO_BREAK = "\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault."""

    kind: str
    family: str
    rules: frozenset[str]
    """Those that are right to report it."""
    mutate: Mutate
    """From msgid and msgstr to faulty translations; nothing where the fault cannot happen."""
    graft: tuple[str, str] = ("", "")
    """What is put behind a msgid and msgstr that have no such construct, so that there is one to break."""
    line: bool = False
    """Whether it is none where no line begins: in headings, and in table cells."""


def _replaced(pattern: str, new: str, *, count: int = 3) -> Mutate:
    """Each of the first matches in turn replaced."""
    compiled = re.compile(pattern)

    def mutate(_: str, msgstr: str) -> Iterator[str]:
        for match in list(compiled.finditer(msgstr))[:count]:
            changed = msgstr[: match.start()] + match.expand(new) + msgstr[match.end() :]
            if changed != msgstr:
                yield changed

    return mutate


def _appended(text: str) -> Mutate:
    def mutate(_: str, msgstr: str) -> Iterator[str]:
        yield msgstr + text

    return mutate


def _prefixed(text: str) -> Mutate:
    def mutate(_: str, msgstr: str) -> Iterator[str]:
        yield text + msgstr

    return mutate


def _inserted(text: str) -> Mutate:
    def mutate(_: str, msgstr: str) -> Iterator[str]:
        words = msgstr.split(" ")
        if len(words) > 3:
            yield " ".join(words[: len(words) // 2]) + text + " ".join(words[len(words) // 2 :])

    return mutate


def _targets_swapped(_: str, msgstr: str) -> Iterator[str]:
    found = list(re.finditer(r"(?<=\])[(\[][^()\[\]]+[)\]]", msgstr))
    for one, other in pairwise(found):
        if one.group() != other.group():
            middle = msgstr[one.end() : other.start()]
            yield msgstr[: one.start()] + other.group() + middle + one.group() + msgstr[other.end() :]


def _no_break_in_code(_: str, msgstr: str) -> Iterator[str]:
    for match in re.finditer(r"`[^`]+`", msgstr):
        if " " in match.group()[2:-2]:
            yield msgstr[: match.start()] + match.group().replace(" ", "\u00a0") + msgstr[match.end() :]


def _copied(msgid: str, msgstr: str) -> Iterator[str]:
    if msgid != msgstr and len(re.findall(r"[^\W\d_]{3,}", re.sub(r"`[^`]*`", "", msgid))) > 3:
        yield msgid


def _doubled(_: str, msgstr: str) -> Iterator[str]:
    for match in list(re.finditer(r"(?<![\w`\[(/.@-])(?!nous|vous)[^\W\d_]{3,}(?= )", msgstr, re.IGNORECASE))[
        :1
    ]:
        yield f"{msgstr[: match.end()]} {match.group()}{msgstr[match.end() :]}"


_LONG = 60
"""Of shorter translations, half may well be a whole one."""


def _truncated(_: str, msgstr: str) -> Iterator[str]:
    """The first half of the words, then of the characters."""
    if len(msgstr) > _LONG and not re.search(r"[`*\[\]()<>]", msgstr):
        words = msgstr.split(" ")
        yield " ".join(words[: len(words) // 2])
        yield msgstr[: len(msgstr) // 2]


def _sentence_lost(_: str, msgstr: str) -> Iterator[str]:
    """The last sentence, then the first; ``...`` and ``OK.`` are none."""
    sentences = re.split(r"(?<=[.!?…]) (?=[A-ZÀ-Ý])", msgstr)
    if len(sentences) > 1 and not re.search(r"[`*\[\]()<>]", msgstr):
        for lost, left in ((sentences[-1], sentences[:-1]), (sentences[0], sentences[1:])):
            if len(lost.split()) > 2:
                yield " ".join(left)


def _sentence_left(msgid: str, msgstr: str) -> Iterator[str]:
    """The last sentence as it stands in the source."""
    had, has = (re.split(r"(?<=[.!?…]) (?=[A-ZÀ-Ý])", text) for text in (msgid, msgstr))
    if len(has) == len(had) > 1 and len(had[-1].split()) > 5 and not re.search(r"[`*\[\]()<>]", msgid):
        yield " ".join([*has[:-1], had[-1]])


_CODE = ("`kubectl get nodes`", "`kubectl get nodes`")
_LINK = ("[docs](https://example.org/docs/start)", "[doc](https://example.org/docs/start)")
_IMAGE = ("![a pod](images/pod-1.png)", "![un pod](images/pod-1.png)")
_LABEL = ("[docs][example-docs]", "[la doc][example-docs]")
_TWO = (
    "[docs](https://example.org/docs) and [blog](https://example.net/blog)",
    "[la documentation](https://example.org/docs) et [le carnet](https://example.net/blog)",
)
_SUP = ("<sup>big</sup>", "<sup>grand</sup>")
_SPAN = ('<span class="x">big</span>', '<span class="x">grand</span>')
_BREAK = ("<br/>end", "<br/>fin")
_ENTITY = ("A&amp;B", "A&amp;B")
_CLASS = (".red[big]", ".red[grand]")
_MARK = (".red[¹]", ".red[¹]")
_MACRO = ("@@GITREPO@@", "@@GITREPO@@")
_FIELD = ("{{title}}", "{{title}}")


def _structure(
    kind: str, rules: str, mutate: Mutate, graft: tuple[str, str] = ("", ""), *, line: bool = False
) -> Fault:
    return Fault(kind, "structure", frozenset(rules.split()), mutate, graft, line)


STRUCTURE = (
    _structure("link gone", "link", _replaced(r"(?<!!)\[([^\[\]]*)\]\([^()]*\)", r"\1"), _LINK),
    _structure("link added", "link bracket", _appended(" [ici](https://example.org/x)")),
    _structure("link target changed", "link",
               _replaced(r"(?<=[^!]\]\()([^()\s]*)([^()\s/])", r"\1x\2"), _LINK),
    _structure("image gone", "link", _replaced(r"!\[[^\[\]]*\]\([^()]*\)", ""), _IMAGE),
    _structure("image target changed", "link", _replaced(r"(!\[[^\[\]]*\]\()", r"\1x"), _IMAGE),
    _structure("URL changed", "link", _replaced(r"(?<!\()https?://[^\s)>\]]*[a-z]", r"\g<0>x"),
               ("https://example.org/a", "https://example.org/a")),
    _structure("] (", "spaced-link", _replaced(r"\]\(", "] ("), _LINK),
    _structure("[ of a link missing", "bracket", _replaced(r"(?<![!\w\]])\[(?=[^\[\]]*\]\()", ""), _LINK),
    _structure("] of a link missing", "bracket", _replaced(r"\](?=\()", ""), _LINK),
    _structure("( of a link missing", "bracket", _replaced(r"(?<=\])\(", ""), _LINK),
    _structure(") of a link missing", "bracket stray-bracket", _replaced(r"(\]\([^()]*)\)", r"\1"), _LINK),
    _structure("label changed", "reference-label",
               _replaced(r"(?<=\]\[)[^\[\]]+(?=\])", r"autre \g<0>"), _LABEL),
    _structure("label gone", "reference-label", _replaced(r"\[([^\[\]]*)\]\[[^\[\]]*\]", r"le lien"), _LABEL),
    _structure("targets swapped", "swapped-targets", _targets_swapped, _TWO),
    _structure("code gone", "inline-code", _replaced(r"`[^`]+`", "cela"), _CODE),
    _structure("backticks gone", "inline-code", _replaced(r"`([^`]+)`", r"\1"), _CODE),
    _structure("code changed", "inline-code", _replaced(r"`([^`]+)`", r"`\1x`"), _CODE),
    _structure("odd backtick", "odd-backtick", _replaced(r"(`[^`]+)`", r"\1"), _CODE),
    _structure("no-break space in code", "space-in-code", _no_break_in_code, _CODE),
    _structure("tag gone", "html-tag", _replaced(r'<span class="x">([^<>]*)</span>', r"\1"), _SPAN),
    _structure("<br/> gone", "lost-formatting", _replaced(r"<br/>", " "), _BREAK),
    _structure("tag added", "html-tag", _appended(" <div>")),
    _structure("tag broken", "html-tag", _replaced(r"(</?sup)>", r"\1"), _SUP),
    _structure("tag not closed", "html-tag", _replaced(r"</sup>", ""), _SUP),
    _structure("; of an entity missing", "lost-formatting", _replaced(r"(&[a-z]+);", r"\1"), _ENTITY),
    _structure("class gone", "content-class", _replaced(r"\.[a-z]+\[([^\[\]]*)\]", r"\1"), _CLASS),
    _structure("class renamed", "content-class", _replaced(r"\.[a-z]+(?=\[)", ".rouge"), _CLASS),
    _structure("[ of a class missing", "content-class", _replaced(r"(\.[a-z]+)\[", r"\1 "), _CLASS),
    _structure("] of a class missing", "content-class", _replaced(r"(\.[a-z]+\[[^\[\]]*)\]", r"\1"), _CLASS),
    _structure("footnote mark gone", "footnote-mark lost-mark", _replaced(r"[¹²³]", ""), _MARK),
    _structure("footnote mark changed", "footnote-mark lost-mark", _replaced(r"[¹²³]", "⁹"), _MARK),
    _structure("macro changed", "macro", _replaced(r"@@[A-Z]+@@", "@@DEPOT@@"), _MACRO),
    _structure("macro gone", "macro", _replaced(r"@@[A-Z]+@@", ""), _MACRO),
    _structure("{{...}} changed", "macro", _replaced(r"\{\{title\}\}", "{{titre}}"), _FIELD),
    _structure("{{...}} broken", "macro", _replaced(r"\{\{title\}\}", "{{title}"), _FIELD),
    _structure("separator line", "structural-line", _inserted("\n---\n")),
    _structure("notes line", "structural-line", _inserted("\n???\n")),
    _structure("heading line", "structural-line", _inserted("\n## ")),
    _structure("list line", "structural-line", _inserted("\n- ")),
    _structure("blank line", "structural-line", _inserted("\n\n")),
    _structure("property line", "property-line", _prefixed("class: pic\n")),
    _structure("begins a heading", "structural-line", _prefixed("# "), line=True),
    _structure("begins a list", "structural-line", _prefixed("- "), line=True),
    _structure("leading blank", "outer-space", _prefixed(" ")),
    _structure("trailing line end", "outer-space", _appended("\n")),
    _structure("trailing invisible space", "outer-space", _appended("\u200b")),
)  # fmt: skip


def _language(family: str, kind: str, rules: str, mutate: Mutate, graft: tuple[str, str] = ("", "")) -> Fault:
    return Fault(kind, family, frozenset(rules.split()), mutate, graft)


_NUMBER = ("in 15 minutes", "en 15 minutes")
_ASKED = ("Why?", "Pourquoi\u00a0?")
_STRONG = ("and **again**", "et **encore**")
_QUOTED = ('the "big" one', "le «\u00a0gros\u00a0»")
_DOTS = ("and so on…", "et ainsi de suite…")
_MARKED = ("really!", "vraiment\u00a0!")


_IN_PROSE = r"(?=[^`<>\[\]()]*(?:`[^`]*`[^`<>\[\]()]*)*$)"
LANGUAGE = (
    _language("content", "number changed", "number-changed",
              _replaced(r"(?<![\w./@-])\d+(?![\w./@-])" + _IN_PROSE, r"7\g<0>"),
              _NUMBER),
    _language("content", "number gone", "number-changed",
              _replaced(r"(?<![\w./@-])\d+ " + _IN_PROSE, ""), _NUMBER),
    _language("content", "copy of the source", "untranslated-copy", _copied),
    _language("content", "sentence left in the source's language", "left-in-source-language", _sentence_left),
    _language("content", "word doubled", "word-doubled", _doubled),
    _language("content", "truncated", "truncated", _truncated),
    _language("content", "sentence lost", "truncated", _sentence_lost),
    _language("content", "end punctuation lost", "end-punctuation-lost",
              _replaced(r"[\u00a0\u202f ]?(?:…|[.!?:]++)$", "")),
    _language("content", "question without its mark", "end-punctuation-lost",
              _replaced(r"[\u00a0\u202f ]?\?$", "."), _ASKED),
    _language("content", "emphasis lost", "emphasis-lost",
              _replaced(r"(?<![\w*])\*{1,2}(\w[^*]*)\*{1,2}(?!\*)", r"\1"),
              _STRONG),
    _language("content", "** not closed", "unclosed-strong",
              _replaced(r"(?<!\w)(\*\*\w[^*]*)\*\*", r"\1"), _STRONG),
    _language("typography", "plain space before : ; ! ?", "spacing plain-space",
              _replaced(r"[\u00a0\u202f](?=[:;!?])", " "),
              _MARKED),
    _language("typography", "no space before : ; ! ?", "spacing",
              _replaced(r"[\u00a0\u202f](?=[:;!?])", ""), _MARKED),
    _language("typography", "plain space in guillemets", "spacing plain-space",
              _replaced(r"(?<=«)[\u00a0\u202f]", " "), _QUOTED),
    _language("typography", "straight quotes", "straight-quotes",
              _replaced(r"«\s*([^«»]*?)\s*»", r'"\1"'), _QUOTED),
    _language("typography", "three dots", "three-dots", _replaced(r"…", "..."), _DOTS),
)  # fmt: skip


def _term_violated(_: str, msgstr: str) -> Iterator[str]:
    for term in ("plan de contrôle", "nœud", "conteneur", "ordonnanceur"):
        changed = re.sub(rf"(?<![`\w.]){term}s?(?![`\w])", "machin", msgstr)
        if changed != msgstr:
            yield changed


TERMS = (
    _language(
        "terminology", "term violated", "preferred-term forbidden-term translated-name", _term_violated
    ),
)
"""Faults against the glossary of our own catalogs."""
FAULTS = (*STRUCTURE, *LANGUAGE, *TERMS)
