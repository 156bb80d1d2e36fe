"""``python -m manual`` writes all that is made from the code."""

from manual.pages import MADE, ROOT

for _path, _content in MADE.items():
    (ROOT / _path).write_text(_content(), encoding="utf-8")
