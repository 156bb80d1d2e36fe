"""What remark's renderer, marked 0.3, finds in a Markdown document, blocks and inline; it is not CommonMark.

The renderer has an ordered list of rules; the first that matches where it stands makes a block, and it goes
on behind that. What a quote or a list item holds is read by the same rules, as a text of its own: without its
marks, and of its indent no more than so many blanks. Rules look ahead, but never at what is around their own
text.

``blocks`` is the table of rules and walks over the texts, ``level`` is one such text with what is looked up
in it, ``searches`` finds where fences, comments and tags end; ``lists``, ``tables``, ``html`` and
``definitions`` are the rules that need more than a line. ``versions`` says in what the renderers of remark's
versions differ, and notes of a text that is read by one whether the other would have read anything else.
``inline`` reads the text of a block, and ``closers`` says where what begins in it ends.
"""
