"""Writes ``l10n/markdown/sentence_marks.py`` from Unicode's property Sentence_Terminal, as perl knows it.

``python -m bench.make_sentence_marks > l10n/markdown/sentence_marks.py``; perl comes with the tables of
Unicode, and needs no package for them.
"""

from __future__ import annotations

import subprocess
import unicodedata

_ASK = "print pack('U*', grep {chr =~ /\\p{STerm}/} 0..0xFFFF)"
_VERSION = "use Unicode::UCD; print Unicode::UCD::UnicodeVersion()"


def _perl(program: str) -> str:
    return subprocess.run(["perl", "-CO", "-e", program], capture_output=True, check=True).stdout.decode()


def _asks(sign: str) -> bool:
    name = unicodedata.name(sign, "")
    named = "QUESTION" in name or "INTERROBANG" in name
    return named and "INVERTED" not in name and unicodedata.category(sign) == "Po"


def _literal(signs: str) -> str:
    lines = [signs[at : at + 8] for at in range(0, len(signs), 8)]
    return "\n".join(f'    "{"".join(map(_escaped, line))}"' for line in lines)


def _escaped(sign: str) -> str:
    return sign if sign.isascii() else f"\\u{ord(sign):04x}"


def main() -> None:
    """Print the module."""
    ends = _perl(_ASK)
    asking = "".join(filter(_asks, map(chr, range(0x10000))))
    exclaiming = [sign for sign in ends if "EXCLAMATION" in unicodedata.name(sign, "")]
    stops = "".join(sign for sign in ends if sign not in asking and sign not in exclaiming)
    print(f'''"""Marks that end sentences: those of Unicode {_perl(_VERSION)} below U+10000.

Made by ``python -m bench.make_sentence_marks``: edit that, not this.
"""

from __future__ import annotations

from typing import Final

SENTENCE_ENDS: Final = (
{_literal(ends)}
)
"""What has the property Sentence_Terminal."""

QUESTION_MARKS: Final = (
{_literal(asking)}
)
"""What is named a question mark, also where it stands within the sentence, as in Armenian."""

FULL_STOPS: Final = (
{_literal(stops)}
)
"""Those ends that neither ask nor exclaim."""''')


if __name__ == "__main__":
    main()
