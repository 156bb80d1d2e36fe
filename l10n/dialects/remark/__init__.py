"""remark.js: slides, steps, notes, properties and content classes, as the engine reads them.

remark searches one ordered alternation again and again in what remains of the text; the leftmost match
wins, and start of line also means where the previous token ended. ``lexer`` does the same with offsets, and
looks up brackets and fence ends instead of searching for them, so that any text takes linear time.
``slides`` then puts slides together as the engine's parser does and hands out slices: the documents that
the engine gives to its Markdown renderer (a slide with its steps, each region of notes, each content class
that spans lines). In a slice, whatever is not Markdown is masked by one blank line.

The rules are those of 0.15. 0.14 is still in use, and differs in two: a backtick pairs with the next one,
over lines and slides, and any line indented by four is code. So the lexer has its rules, too
(``Dialect.earlier``), and a built deck must have the source's slides, notes, properties and classes by
both.

Each slice is read as remark's renderer reads it (``marked``): its blocks by one version, which gives
lines, not columns; outside tables each content line of a block is the tail of its source line, which is
how blocks find their place in the text. What stands in a block is read by both versions (``reading``).
"""
