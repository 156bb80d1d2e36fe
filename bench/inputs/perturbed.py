"""Translated decks changed as hands and years change them, with the line that each line was."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable
from itertools import pairwise

Lines = list[tuple[str, int]]
"""A deck's lines, each with the 1-based line that it was; 0 for a new one."""
Change = Callable[[Lines, random.Random], Lines]


def numbered(text: str) -> Lines:
    """The lines of a deck as they are."""
    return [(line, number) for number, line in enumerate(text.split("\n"), 1)]


def _slides(lines: Lines) -> list[Lines]:
    slides: list[Lines] = [[]]
    for line in lines:
        if line[0] == "---":
            slides.append([])
        else:
            slides[-1].append(line)
    return slides


def _joined(slides: list[Lines]) -> Lines:
    lines: Lines = []
    for number, slide in enumerate(slides):
        lines += ([("---", 0)] if number else []) + slide
    return lines


def drop_slides(lines: Lines, dice: random.Random) -> Lines:
    """One slide in eight is gone."""
    return _joined([slide for slide in _slides(lines) if dice.random() > 1 / 8])


def move_slides(lines: Lines, dice: random.Random) -> Lines:
    """Two slides stand elsewhere."""
    slides = _slides(lines)
    for _ in range(2):
        slide = slides.pop(dice.randrange(len(slides)))
        slides.insert(dice.randrange(len(slides) + 1), slide)
    return _joined(slides)


def merge_slides(lines: Lines, dice: random.Random) -> Lines:
    """One separator in five is gone."""
    return [("", 0) if line == "---" and dice.random() < 1 / 5 else (line, was) for line, was in lines]


def add_slides(lines: Lines, dice: random.Random) -> Lines:
    """One slide in eight is followed by one that the source never had."""
    slides: list[Lines] = []
    for slide in _slides(lines):
        slides.append(slide)
        if dice.random() < 1 / 8:
            words = ["une diapositive toute neuve", "écrite en plus", "pour notre public", "sans original"]
            dice.shuffle(words)
            new = ["", "## " + words[0], "", "- " + " ".join(words[1:3]), "", "- " + words[3], ""]
            slides.append([(line, 0) for line in new])
    return _joined(slides)


def drop_blocks(lines: Lines, dice: random.Random) -> Lines:
    """One line of prose in ten is gone."""
    kept: Lines = []
    for one, after in zip(lines, [*lines[1:], ("", 0)], strict=True):
        if not (_is_prose(one[0]) and _stands_alone(after[0]) and dice.random() < 1 / 10):
            kept.append(one)
    return kept


def swap_items(lines: Lines, dice: random.Random) -> Lines:
    """Three list items stand before the one that was before them."""
    swapped = list(lines)
    items = [at for at, (line, _) in enumerate(lines) if line.startswith("- ")]
    near = [(at, after) for at, after in pairwise(items) if after - at <= 2]
    for at, after in (dice.choice(near) for _ in range(3 if near else 0)):
        swapped[at], swapped[after] = swapped[after], swapped[at]
    return swapped


def lose_steps(lines: Lines, dice: random.Random) -> Lines:
    """Half of the steps are gone."""
    return [one for one in lines if one[0] != "--" or dice.random() < 1 / 2]


def mangle(lines: Lines, dice: random.Random) -> Lines:
    """Emphasis, list marks, words behind fences and headings' levels are not as they were."""
    changed: Lines = []
    for line, was in lines:
        lot = dice.random()
        if lot < 0.15:
            line = line.replace("**", "").replace("*", "_")  # noqa: PLW2901
        elif lot < 0.25:
            line = re.sub(r"^(\s*)- ", r"\1* ", line)  # noqa: PLW2901
        elif lot < 0.35:
            line = re.sub(r"^```\w+$", "```", line)  # noqa: PLW2901
        elif lot < 0.45:
            line = re.sub(r"^## ", "# ", line)  # noqa: PLW2901
        elif lot < 0.5:
            line = line.replace("`", "")  # noqa: PLW2901
        changed.append((line, was))
    return changed


def split_blocks(lines: Lines, dice: random.Random) -> Lines:
    """One long block in six is two."""
    changed: Lines = []
    for (line, was), (after, _) in zip(lines, [*lines[1:], ("", 0)], strict=True):
        words = line.split(" ")
        if (
            _is_prose(line)
            and _stands_alone(after)
            and not line.lstrip().startswith(("#", "|"))
            and len(words) > 12
            and dice.random() < 1 / 6
        ):
            at = len(words) // 2
            indent = " " * (len(line) - len(line.lstrip(" -*")))
            changed += [(" ".join(words[:at]), was), ("", 0), (indent + " ".join(words[at:]), 0)]
        else:
            changed.append((line, was))
    return changed


def all_of_it(lines: Lines, dice: random.Random) -> Lines:
    """Some of everything."""
    for change in (drop_slides, merge_slides, add_slides, drop_blocks, lose_steps, mangle, split_blocks):
        lines = change(lines, dice)
    return lines


def _stands_alone(after: str) -> bool:
    """Whether a block of one line ends before the line that follows."""
    return not after.strip() or after.lstrip().startswith(("- ", "* "))


def _is_prose(line: str) -> bool:
    return bool(re.match(r"\s*(?:[-*] |#+ )?[^\W\d_]", line)) and not re.match(r"[\w-]+:", line)


_KEPT = re.compile(
    r"`+[^`]*`+|<[^<>]*>|@@[A-Z_]+@@|@@[A-Z_]+\[[^\]]*\]|\{\{[^}]*\}\}|\]\([^()]*(?:\([^()]*\)[^()]*)*\)"
    r"|\]\[[^\]]*\]|https?://\S+|&#?\w+;|(?:\.[a-zA-Z_-][\w-]*)+\[|(?<=[a-z,] )[A-Z]\w*"
    r"|^\[[^\]]+\]:.*|^[\w-]+: \S*$"
)
_WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = "абвгдежзиклмнопрстуфхцчшыэюя"
KANJI = "日月火水木金土人大小中上下左右前後東西南北国家学校電車道駅町村山川海空"


def in_script(letters: str, share: float) -> Change:
    """As in another language: each word another in ``letters``, ``share`` times as long."""

    def word(match: re.Match[str]) -> str:
        digest = hashlib.blake2b(match.group().casefold().encode(), digest_size=32).digest()
        length = max(1, round(len(match.group()) * share + digest[31] % 3 - 1))
        return "".join(letters[byte % len(letters)] for byte in digest[: min(31, length)])

    def change(lines: Lines, _dice: random.Random) -> Lines:
        fenced = False
        changed: Lines = []
        for line, was in lines:
            fence = line.lstrip().startswith("```")
            fenced ^= fence
            if fence or fenced or line.startswith(("<!--", "class:", "name:")):
                changed.append((line, was))
                continue
            parts: list[str] = []
            at = 0
            for kept in _KEPT.finditer(line):
                parts += _WORD.sub(word, line[at : kept.start()]), kept.group()
                at = kept.end()
            new = "".join([*parts, _WORD.sub(word, line[at:])])
            if share < 0.5:
                new = re.sub(rf"(?<=[{letters}]) +(?=[{letters}])", "", new)
            changed.append((new, was))
        return changed

    return change


russian = in_script(CYRILLIC, 1.1)
japanese = in_script(KANJI, 0.35)

CHANGES: dict[str, Change] = {
    "as it is": lambda lines, _: lines,
    "slides dropped": drop_slides,
    "slides moved": move_slides,
    "slides merged": merge_slides,
    "slides added": add_slides,
    "blocks dropped": drop_blocks,
    "blocks split": split_blocks,
    "items swapped": swap_items,
    "steps lost": lose_steps,
    "markup mangled": mangle,
    "all of it": all_of_it,
    "Cyrillic": russian,
    "Cyrillic, all of it": lambda lines, dice: russian(all_of_it(lines, dice), dice),
    "Kanji": japanese,
    "Kanji, all of it": lambda lines, dice: japanese(all_of_it(lines, dice), dice),
    "Kanji, slides moved": lambda lines, dice: japanese(move_slides(lines, dice), dice),
}
