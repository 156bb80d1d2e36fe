import pytest
from support import built

from l10n.build.active import new_code
from l10n.build.stand import alone


def said(before: str, after: str) -> str:
    return "".join(fault.message for fault in new_code(alone(before, after)))


@pytest.mark.parametrize(
    "code",
    [
        "{{ secret }}", "{{< include x >}}", "{{% raw %}}", "{% include x %}", "<%= x %>", "`r system('x')`",
        "``r x``", "`{r} x`", "`{python} x`", "`r\nx`", "{{ {} }}", "{{", "{%", "<%",
    ],
)  # fmt: skip
def test_code_that_an_engine_runs_must_be_in_the_source(code: str) -> None:
    assert "may run" in said("Text", f"Texte {code} encore")
    assert not said(f"Text {code} more", f"Texte {code} encore")
    assert "may run" in said(f"Text {code} more", f"{code} {code}")


def test_tag_of_a_generator_may_be_laid_out_otherwise() -> None:
    assert not said("{% if a.b -%} Text", "Texte {% if\na.b -%}")
    assert "may run" in said("`r # a b`", "`r # a\nb`")


@pytest.mark.parametrize("text", ["`rm x`", "`ruby` {x}", "`r`", "a { b } 100 %", "`{` `}`", "JavaScript: x"])
def test_what_nothing_runs_is_free(text: str) -> None:
    assert not said("Text", text)


def test_tex_that_pandoc_runs_must_be_in_the_source() -> None:
    text = "Text\n\nA \\path here\n"
    for bad in ("\\input{x}", "a \\\\\\input{x}"):
        (refusal,) = built(text, {"Text": bad}, "markdown").refused
        assert "may run '\\\\input'" in refusal.reason
    good = {"Text": "Texte `\\input` \\\\input 1\\2", "A \\path here": "Un \\path"}
    assert not built(text, good, "markdown").refused
