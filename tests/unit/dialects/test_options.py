"""What a dialect's own options may be."""

import pytest

from l10n.dialects.options import expression
from l10n.errors import ConfigError, Place
from l10n.language import Value

UNFIT = {
    "number": (1, "'separator' must be a string, not 1"),
    "without an end": ("(a", "'separator' must be a regular expression, not '(a'"),
    "with too large a number": ("a{" + "9" * 30 + "}", "must be a regular expression"),
}


def test_expression_is_given_as_it_is_written() -> None:
    assert expression(Value("separator", "^\n---$", Place("l10n.toml"))) == "^\n---$"


@pytest.mark.parametrize(("content", "message"), UNFIT.values(), ids=UNFIT)
def test_what_is_no_expression_is_refused(content: object, message: str) -> None:
    with pytest.raises(ConfigError, match=message.replace("(", r"\(")):
        expression(Value("separator", content, Place("l10n.toml")))
