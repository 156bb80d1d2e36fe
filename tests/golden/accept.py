"""Writes what golden folders give today over what was expected: ``make golden`` shows the difference.

A new folder needs its ``deck.md`` only: its catalog is made, for somebody to translate.
"""

from golden.outputs import CASES, OUTPUTS

_HEADER = r"""msgid ""
msgstr ""
"Project-Id-Version: deck\n"
"Language: fr\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\n"
"Last-Translator: Somebody <somebody@example.org>\n"
"Language-Team: French\n"
"""

if __name__ == "__main__":
    for case in CASES:
        if not (case / "fr.po").exists():
            (case / "fr.po").write_bytes(_HEADER.encode())
        for name, output in OUTPUTS.items():
            (case / name).write_bytes(output(case).encode())
