"""Tags of HTML that stand within a line, as the renderers of Markdown tell them."""

import re

from l10n.regex import regex

INLINE_TAGS = (
    "a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|i|img|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup"
    "|time|u|var|wbr"
)
"""With these no block of HTML begins for marked; an expression of their names."""

TEXT_TAGS = f"{INLINE_TAGS}|font|tt|label|big|strike"
"""They may stand within a message."""
FORMATTING_TAGS = "b|i|em|strong|u|s|small|sub|sup|br|wbr|q|kbd|abbr|mark|bdi"
"""Without attributes, a translation may have more or less of them."""
FORMATTING_TAG = regex(rf"<(/?)({FORMATTING_TAGS})(?<!/)\s*/?>", re.IGNORECASE)
