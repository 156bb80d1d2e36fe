"""reveal.js: slides between matches of regular expressions, notes behind a marker, attributes in comments.

``dialect`` cuts a deck as the Markdown plug-in of reveal.js does; ``separators`` says by what, and
``expression`` matches that in linear time, whoever wrote it (``syntax`` and ``characters`` read it);
``attributes`` knows for which element a comment says attributes; ``markdown`` is what the plug-in renders.
"""
