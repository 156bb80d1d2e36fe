"""Marks that end sentences: those of Unicode 14.0.0 below U+10000.

Made by ``python -m bench.make_sentence_marks``: edit that, not this.
"""

from __future__ import annotations

from typing import Final

SENTENCE_ENDS: Final = (
    "!.?\u0589\u061d\u061e\u061f\u06d4"
    "\u0700\u0701\u0702\u07f9\u0837\u0839\u083d\u083e"
    "\u0964\u0965\u104a\u104b\u1362\u1367\u1368\u166e"
    "\u1735\u1736\u1803\u1809\u1944\u1945\u1aa8\u1aa9"
    "\u1aaa\u1aab\u1b5a\u1b5b\u1b5e\u1b5f\u1b7d\u1b7e"
    "\u1c3b\u1c3c\u1c7e\u1c7f\u203c\u203d\u2047\u2048"
    "\u2049\u2e2e\u2e3c\u2e53\u2e54\u3002\ua4ff\ua60e"
    "\ua60f\ua6f3\ua6f7\ua876\ua877\ua8ce\ua8cf\ua92f"
    "\ua9c8\ua9c9\uaa5d\uaa5e\uaa5f\uaaf0\uaaf1\uabeb"
    "\ufe52\ufe56\ufe57\uff01\uff0e\uff1f\uff61"
)
"""What has the property Sentence_Terminal."""

QUESTION_MARKS: Final = (
    "?\u037e\u055e\u061f\u1367\u1945\u203d\u2047"
    "\u2048\u2049\u2cfa\u2cfb\u2e2e\u2e54\ua60f\ua6f7"
    "\ufe16\ufe56\uff1f"
)
"""What is named a question mark, also where it stands within the sentence, as in Armenian."""

FULL_STOPS: Final = (
    ".\u0589\u061d\u061e\u06d4\u0700\u0701\u0702"
    "\u0837\u0839\u083d\u083e\u0964\u0965\u104a\u104b"
    "\u1362\u1368\u166e\u1735\u1736\u1803\u1809\u1aa8"
    "\u1aa9\u1aaa\u1aab\u1b5a\u1b5b\u1b5e\u1b5f\u1b7d"
    "\u1b7e\u1c3b\u1c3c\u1c7e\u1c7f\u2e3c\u3002\ua4ff"
    "\ua60e\ua6f3\ua876\ua877\ua8ce\ua8cf\ua92f\ua9c8"
    "\ua9c9\uaa5d\uaa5e\uaa5f\uaaf0\uaaf1\uabeb\ufe52"
    "\uff0e\uff61"
)
"""Those ends that neither ask nor exclaim."""
