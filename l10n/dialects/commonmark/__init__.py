"""What dialects share whose Markdown is CommonMark: a reader with their own lines, cutting, comments.

``reader`` is markdown-it with a dialect's table of lines that stand by themselves (``own_lines``) and with
its plug-ins, each loaded for texts that have a sign of it. ``cutting`` finds slides by block tokens at top
level; ``comments`` finds HTML comments where renderers see them, and says what their text must not become.
``harm`` and ``addresses`` are what a translation would do to other blocks, and to links without a mark.
``pandoc``, ``letters`` and ``drawn`` are Pandoc's blocks, where they are others than CommonMark's.
No dialect is known here.
"""
