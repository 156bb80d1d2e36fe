"""Faults that any language has, injected into the catalogs that one names.

``python -m bench.bench_languages FILE.po ...`` prints a row a kind, and a column a locale: how many of the
faults are found, by the right rule, in percent. ``--list`` shows those that are missed, ``--rule=spelling``
asks for the faults of one rule only.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bench.inputs import slips
from bench.inputs.loose import LooseCatalog
from bench.inputs.slips import slipped
from bench.tables import Rows, show
from l10n.checks.model import Pair
from l10n.markdown.sentence_marks import QUESTION_MARKS, SENTENCE_ENDS
from l10n.system.dictionaries import dictionary

Mutate = Callable[[str, str, str], str]
"""From msgid, msgstr and language to a faulty translation; empty where the fault cannot happen."""
_EACH = 20
"""One entry in so many has a fault at a time, so that the others tell what is usual."""
_ENDS = re.compile(rf"(?<=[.!?…])\s+|(?<=[{re.escape(''.join(set(SENTENCE_ENDS) - set('.!?…')))}])\s*")
_MARKUP = re.compile(r"[`*\[\]()<>]")
_LEAST = 12
"""A sentence has so many characters in its source, at least."""


def _sentences(text: str) -> list[str]:
    return [one for one in _ENDS.split(text) if one]


def _both(msgid: str, msgstr: str) -> tuple[list[str], list[str]]:
    """The sentences of both, if they are as many, and no markup is in them."""
    had, has = _sentences(msgid), _sentences(msgstr)
    plain = not _MARKUP.search(msgid) and all(len(one) >= _LEAST for one in had)
    return (had, has) if len(had) == len(has) > 1 and plain else ([], [])


def _joined(sentences: Sequence[str], language: str) -> str:
    return ("" if language in ("ja", "zh") else " ").join(sentences)


def _lost(at: int) -> Mutate:
    def mutate(msgid: str, msgstr: str, language: str) -> str:
        _, has = _both(msgid, msgstr)
        left = [one for place, one in enumerate(has) if place != at % max(1, len(has))]
        return _joined(left, language)

    return mutate


def _cut(share: float) -> Mutate:
    def mutate(msgid: str, msgstr: str, language: str) -> str:
        """Of whole words where a language parts them; half of a short one may well be a whole one."""
        if len(msgid) < _LONG or _MARKUP.search(msgstr):
            return ""
        left = msgstr[: int(len(msgstr) * share)]
        return left if language in ("ja", "zh", "th") else left.rpartition(" ")[0]

    return mutate


_LONG = 60


def _left(msgid: str, msgstr: str, language: str) -> str:
    had, has = _both(msgid, msgstr)
    return _joined([*has[:-1], had[-1]], language) if had and len(had[-1].split()) > 5 else ""


def _asks_no_more(msgid: str, msgstr: str, language: str) -> str:
    marks = QUESTION_MARKS + (";" if language == "el" else "")
    if not msgid.endswith("?") or msgstr[-1:] not in marks:
        return ""
    return msgstr[:-1].rstrip() + _STOPS.get(language, ".")


_STOPS: Mapping[str, str] = {"ja": "。", "zh": "。", "hi": "।", "bn": "।", "hy": "։", "ur": "۔"}
_HOMOGLYPHS = str.maketrans("aeocpxiаеосрхі", "аеосрхіaeocpxi")


def _mixed(_: str, msgstr: str, language: str) -> str:  # noqa: ARG001
    for match in re.finditer(r"(?<![\w`/.@<&-])[^\W\d_]{5,}(?![\w`/.@>;-])", msgstr):
        word = match.group()
        changed = word[:2] + word[2:].translate(_HOMOGLYPHS)
        if changed != word and not word.isupper():
            return msgstr[: match.start()] + changed + msgstr[match.end() :]
    return ""


def _inserted(sign: str) -> Mutate:
    def mutate(_: str, msgstr: str, language: str) -> str:  # noqa: ARG001
        at = msgstr.find(" ", len(msgstr) // 2) + 1
        return msgstr[:at] + sign + msgstr[at:] if at and "`" not in msgstr else ""

    return mutate


def _mojibake(_: str, msgstr: str, language: str) -> str:  # noqa: ARG001
    for match in re.finditer("[à-öø-ÿ]", msgstr):
        return msgstr[: match.start()] + match[0].encode().decode("cp1252", "ignore") + msgstr[match.end() :]
    return ""


def _blank_before(marks: str) -> Mutate:
    def mutate(_: str, msgstr: str, language: str) -> str:  # noqa: ARG001
        match = re.search(rf"(?<=\w)[{marks}](?=\s|$)", msgstr)
        return f"{msgstr[: match.start()]} {msgstr[match.start() :]}" if match else ""

    return mutate


def _half_width(_: str, msgstr: str, language: str) -> str:
    match = re.search(r"(?<=[\u3040-\u9fff])[，：；！？](?=[\u3040-\u9fff])", msgstr)
    if not match or language not in ("ja", "zh"):
        return ""
    return msgstr[: match.start()] + chr(ord(match[0]) - 0xFEE0) + msgstr[match.end() :]


def _hyphen(_: str, msgstr: str, language: str) -> str:  # noqa: ARG001
    match = re.search(r"(?<=[^\W\d_]{2} )[–—](?= [^\W\d_]{2})", msgstr)
    return f"{msgstr[: match.start()]}-{msgstr[match.end() :]}" if match else ""


def _joint(_: str, msgstr: str, language: str) -> str:
    match = re.search(r"(?<=[\u3040-\u9fff])( ?)(?=[A-Za-z]{2})", msgstr)
    if not match or language not in ("ja", "zh"):
        return ""
    return msgstr[: match.start()] + ("" if match[1] else " ") + msgstr[match.end() :]


def _emphasis_open(msgid: str, msgstr: str, language: str) -> str:  # noqa: ARG001
    match = re.search(r"(?<![\w_])_[^_`]+(?=_(?![\w_]))", msgstr) if "_" in msgid else None
    return msgstr[: match.end()] + msgstr[match.end() + 1 :] if match else ""


FAULTS: tuple[tuple[str, str, Mutate], ...] = (
    ("sentence left in the source's language", "left-in-source-language", _left),
    ("first sentence lost", "truncated", _lost(0)),
    ("last sentence lost", "truncated", _lost(-1)),
    ("cut at half", "truncated", _cut(1 / 2)),
    ("cut at two thirds", "truncated", _cut(2 / 3)),
    ("question asks no more", "end-punctuation-lost", _asks_no_more),
    ("letter of another script", "mixed-script", _mixed),
    ("U+FFFD", "stray-character", _inserted("\ufffd")),
    ("U+200B", "stray-character", _inserted("\u200b")),
    ("U+202E left open", "stray-character", _inserted("\u202e")),
    ("UTF-8 read as Latin-1", "stray-character", _mojibake),
    ("blank before a comma", "spacing", _blank_before(",،")),
    ("blank before a full stop", "spacing", _blank_before(".")),
    ("_ left open", "unclosed-emphasis", _emphasis_open),
    ("half-width mark", "half-width-mark", _half_width),
    ("hyphen for a dash", "dash", _hyphen),
    ("blank beside Latin letters, or none", "script-spacing", _joint),
    ("two letters swapped", "spelling", slipped(slips.swapped)),
    ("a letter left out", "spelling", slipped(slips.left_out)),
    ("a letter typed twice", "spelling", slipped(slips.doubled)),
    ("another letter", "spelling", slipped(slips.replaced)),
)
"""Kinds, the rule that is right to report each, and what makes them."""


class Catalog(LooseCatalog):
    """One catalog, and what is found in it once there is a fault."""

    def scores(self, name: str, mutate: Mutate, *, listed: bool) -> tuple[int, int]:
        """How many faults of a kind there were, and how many of them the rule ``name`` found.

        There are none for a rule that cannot look: words are looked up in dictionaries.
        """
        if name == "spelling" and dictionary(self.locale) is None:
            return 0, 0
        faulty = [
            (at, text)
            for at, pair in enumerate(self.pairs)
            if (text := mutate(pair.msgid, pair.msgstr, self.setting.language)) not in ("", pair.msgstr)
        ]
        faulty = faulty[:: max(1, len(faulty) // _MOST)]
        rounds = -(-len(faulty) * _EACH // max(1, len(self.pairs)))
        missed = [one for start in range(rounds) for one in self._missed(name, faulty[start::rounds])]
        for pair in missed if listed else ():
            sys.stderr.write(f"{self.locale}: {name}: {pair.msgid!r} {pair.msgstr!r}\n")
        return len(faulty), len(faulty) - len(missed)

    def _missed(self, name: str, faulty: Sequence[tuple[int, str]]) -> Iterator[Pair]:
        every = list(self.pairs)
        for at, text in faulty:
            every[at] = replace(every[at], msgstr=text)
        found = self.found(every)
        for at, _ in faulty:
            if found[name, every[at].msgid] <= self.known[name, every[at].msgid]:
                yield every[at]


_RULE = "--rule="
_MOST = 60
"""Faults of a kind in a catalog."""


def faults(catalogs: Sequence[Catalog], only: str = "", *, listed: bool = False) -> Rows:
    """Rows of a table, its head first: a kind a row, a locale a column."""
    yield "kind", *(catalog.locale for catalog in catalogs), "all %"
    for kind, name, mutate in (one for one in FAULTS if only in ("", one[1])):
        scores = [catalog.scores(name, mutate, listed=listed) for catalog in catalogs]
        whole, found = (sum(numbers) for numbers in zip(*scores, strict=True))
        parts = [f"{100 * right / of:.0f}" if of else "" for of, right in scores]
        yield kind, *parts, f"{100 * found / whole:.1f} of {whole:,}" if whole else ""


def main() -> None:
    """Print the table for the catalogs named."""
    only = next((one.removeprefix(_RULE) for one in sys.argv if one.startswith(_RULE)), "")
    catalogs = [Catalog(Path(name), only) for name in sys.argv[1:] if not name.startswith("--")]
    show(
        "Faults that any language has, found by the right rule %",
        faults(catalogs, only, listed="--list" in sys.argv),
    )


if __name__ == "__main__":
    main()
