"""Tags of HTML that stand within a line, as the renderers of Markdown tell them."""

INLINE_TAGS = (
    "a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|i|img|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup"
    "|time|u|var|wbr"
)
"""With these no block of HTML begins for marked; an expression of their names."""
