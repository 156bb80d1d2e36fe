"""Play the course with a real Weblate: ``python -m bench.weblate FOLDER --weblate .../bin/weblate``."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from bench.weblate.course import made
from bench.weblate.play import Play
from bench.weblate.server import running


def main() -> None:
    """Start all that it needs, play, and stop it again."""
    parser = argparse.ArgumentParser(prog="python -m bench.weblate", description=__doc__)
    parser.add_argument("folder", type=Path, help="where all data goes; a second run there begins quicker")
    parser.add_argument("--weblate", default="weblate", help="the command of an installed Weblate")
    options = parser.parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("course", "course.git"):
        shutil.rmtree(folder / name, ignore_errors=True)
    course = made(folder)
    with running(folder, options.weblate) as weblate:
        Play(weblate, course).run()


if __name__ == "__main__":
    main()
