"""A program that answers questions is waited for, and listened to, within limits."""

from __future__ import annotations

import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from l10n.errors import L10nError
from l10n.rendered.program import Program

ECHO = "import sys, time\nfor line in sys.stdin:\n    print(line, end='', flush=True)\n"
FAULTS = {
    "hangs before it reads": "import time\ntime.sleep(60)",
    "hangs in the middle of an answer": (
        "import sys, time\nsys.stdin.readline()\nprint('[1,', end='', flush=True)\ntime.sleep(60)"
    ),
    "ends at once": "",
    "ends in the middle of an answer": "import sys\nsys.stdin.readline()\nprint('[1,', end='')",
    "breaks": "import sys\nsys.stdin.readline()\nraise SystemExit(3)",
    "says what is no JSON": "print('<html>', flush=True)\ninput()\ninput()",
    "says what nests too deeply": "print('[' * 900, flush=True)\ninput()\ninput()",
    "says nothing that is text": "import sys\nsys.stdout.buffer.write(b'\\xff\\xfe\\n')",
    "babbles without an end": "while True:\n    print('x' * 9999, end='')",
    "says one line of 100 MB": "import sys\nsys.stdout.write('\"' + 'x' * 100_000_000 + '\"\\n')",
}


@pytest.fixture
def started() -> Iterator[list[Program]]:
    programs: list[Program] = []
    yield programs
    for one in programs:
        one.end()


def program(started: list[Program], folder: Path, text: str, patience: float = 10.0) -> Program:
    script = folder / "program.py"
    script.write_text(text)
    started.append(Program("It", [sys.executable, str(script)], patience, 1000))
    return started[-1]


def test_it_answers_one_question_after_the_other_in_one_process(
    started: list[Program], tmp_path: Path
) -> None:
    text = (
        "import os, sys\nfor line in sys.stdin:\n    print(f'[{os.getpid()}, {line.strip()}]', flush=True)\n"
    )
    asked = program(started, tmp_path, text)
    (first, one), (second, two) = asked.asked("één\n\u2028"), asked.asked({"a": [1]})
    assert (one, two, first) == ("één\n\u2028", {"a": [1]}, second)


@pytest.mark.parametrize("fault", FAULTS)
def test_one_that_does_not_answer_is_ended_and_said_to(
    started: list[Program], tmp_path: Path, fault: str
) -> None:
    asked = program(started, tmp_path, FAULTS[fault], 1.0 if "hangs" in fault else 10.0)
    with pytest.raises(L10nError, match=r"^It (took more|ended|says|answers)"):
        asked.asked("question")
    assert asked._process is None


def test_the_next_question_is_answered_by_a_new_one(started: list[Program], tmp_path: Path) -> None:
    asked = program(started, tmp_path, FAULTS["breaks"])
    with pytest.raises(L10nError, match="ended without an answer"):
        asked.asked("question")
    (tmp_path / "program.py").write_text(ECHO)
    assert asked.asked("question") == "question"


def test_what_it_says_too_late_answers_no_other_question(started: list[Program], tmp_path: Path) -> None:
    slow = ECHO.replace("    print", "    time.sleep(2 * ('slow' in line))\n    print")
    asked = program(started, tmp_path, slow, 1.0)
    with pytest.raises(L10nError, match="took more than 1 seconds"):
        asked.asked("slow")
    assert asked.asked("fast") == "fast"


def test_a_question_that_nobody_reads_is_not_waited_for(started: list[Program], tmp_path: Path) -> None:
    asked = program(started, tmp_path, FAULTS["hangs before it reads"], 1.0)
    with pytest.raises(L10nError, match="took more"):
        asked.asked("x" * 10_000_000)


def test_what_babbles_is_not_kept(started: list[Program], tmp_path: Path) -> None:
    asked = program(started, tmp_path, FAULTS["says one line of 100 MB"])
    tracemalloc.start()
    try:
        with pytest.raises(L10nError, match="more than 1,000 bytes"):
            asked.asked("question")
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_to_end_it_waits_for_no_answer_and_nobody_starts_it_again(
    started: list[Program], tmp_path: Path
) -> None:
    asked = program(started, tmp_path, FAULTS["hangs before it reads"], 600.0)
    said: list[str] = []

    def ask() -> None:
        try:
            asked.asked("question")
        except L10nError as error:
            said.append(str(error))

    waiting = [Thread(target=ask) for _ in range(3)]
    for one in waiting:
        one.start()
    while asked._process is None:
        time.sleep(0.01)
    asked.end()
    for one in waiting:
        one.join()
    assert sorted(said) == ["It ended without an answer", *["It is not asked any more"] * 2]
    assert asked._process is None


def test_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    asked = Program("It", [str(tmp_path / "nowhere")])
    with pytest.raises(L10nError, match="It cannot be started: No such file"):
        asked.asked("question")
