"""A catalog is saved 500 times while commands write to it: no save is lost.

What counts is what stands in the file. The editor reads it before each save; whoever saves an old buffer over
it loses nothing of their own, and the next run does again what was written over.
"""

import subprocess
import sys
import time

import pytest
from cli.conftest import Workspace

from l10n.system import disk

LINES = 40
SAVES = 500
COMMANDS = (
    ("sync",),
    ("update",),
    ("fmt",),
    ("check", "--fix"),
    ("adopt", "fr", "old/deck_fr.md"),
    ("merge-driver", "base.po", "locales/fr/LC_MESSAGES/deck.po", "theirs.po", "7", "deck.po"),
)
EDITOR = r'''
import os, random, re, sys, time

path, style, lines, saves = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
luck, saved, lost = random.Random(style), {}, 0

def entry(line):
    return re.compile(rf'(msgid "Line {line}, is it\?"\nmsgstr )((?:"[^\n]*"\n)+)')

def missing(text):
    found = {line: entry(line).search(text) or "___" for line in saved}
    return [line for line in saved if not re.search(rf"Saved {saved[line]}\b", found[line][2])]

def loaded():
    """As who looks twice: what is taken off its name by mistake has it back in a moment."""
    for _ in range(100):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        if not missing(text):
            break
        time.sleep(0.01)
    return text

def save(text):
    beside = f"{path}.editor" if style == "beside" else path
    with open(beside, "w", encoding="utf-8") as file:
        file.write(text[: len(text) // 2])
        file.flush()
        file.write(text[len(text) // 2 :])
    if beside != path:
        os.replace(beside, path)

for number in range(saves):
    text = loaded()
    for line in missing(text):
        lost += 1
        del saved[line]
    line = number % lines
    text, found = entry(line).subn(rf'\1""\n"Saved {number} ?"\n', text)
    lost += not found
    save(text)
    saved[line] = number
    time.sleep(luck.uniform(0, 0.02) if number % 25 else 0.3)
lost += len(missing(loaded()))
print(lost)
'''
"""An editor that reads the file, changes one translation, saves, and counts which of its saves are gone."""


def deck(number: int, line: str, more: str) -> str:
    lines = "\n\n".join(line.format(at) for at in range(LINES))
    return f"# A deck\n\n{lines}\n\n{more} {number}\n"


def edited(work: Workspace, number: int) -> None:
    """Every command finds something to write."""
    work.deck("deck.md", deck(number, "Line {}, is it?", "Round"))
    work.write("old/deck_fr.md", deck(number, "Ligne {}, n’est-ce pas ?", "Tour"))
    work.write("base.po", work.read("theirs.po"))
    head, _, tail = work.read("theirs.po").partition('msgid "A deck"\nmsgstr ""')
    if not tail:
        head, _, tail = work.read("theirs.po").partition(f'msgid "A deck"\nmsgstr "Jeu {number - 1}"')
    work.write("theirs.po", f'{head}msgid "A deck"\nmsgstr "Jeu {number}"{tail}')


def held(work: Workspace) -> list[bool]:
    """Before names are exchanged somebody may save, and every fourth time that is waited for.

    Gives whether somebody did, each time.
    """
    exchange = disk.exchange
    calls: list[bool] = []

    def slow(folder: disk.Folder, one: str, other: str) -> bool:
        before = disk.status(folder, other).st_mtime_ns
        saved = False
        for _ in range(1 if len(calls) % 4 else 100):
            time.sleep(0.002)
            saved = disk.status(folder, other).st_mtime_ns != before
            if saved:
                break
        calls.append(saved)
        return exchange(folder, one, other)

    work.monkeypatch.setattr(disk, "exchange", slow)
    return calls


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells who writes to a file")
@pytest.mark.parametrize("style", ["beside", "in place"])
def test_no_save_is_lost_to_commands_that_write(scratch: Workspace, style: str) -> None:
    scratch.deck("deck.md", deck(0, "Line {}, is it?", "Round"))
    scratch.ok("init", "fr")
    scratch.ok("sync")
    scratch.write("theirs.po", scratch.read(scratch.po("deck")))
    edited(scratch, 0)
    calls = held(scratch)
    arguments = [str(scratch.path(scratch.po("deck"))), style, str(LINES), str(SAVES)]
    editor = subprocess.Popen([sys.executable, "-c", EDITOR, *arguments], stdout=subprocess.PIPE, text=True)
    ended: dict[str, set[int]] = {}
    number = 0
    while editor.poll() is None:
        number += 1
        edited(scratch, number)
        args = COMMANDS[number % len(COMMANDS)]
        outcome = scratch.run(*args)
        assert outcome.code in (0, 1, 2), outcome
        ended.setdefault(args[0], set()).add(outcome.code)
    lost, _ = editor.communicate()
    assert editor.returncode == 0
    assert sum(calls) > 5, "few saves came between: the test proves little"
    assert ended.keys() == {args[0] for args in COMMANDS}
    assert any(codes & {0, 1} for codes in ended.values()), "no command got to its end between saves"
    assert int(lost) == 0
    scratch.ok("sync")
