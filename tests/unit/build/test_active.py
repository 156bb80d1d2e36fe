import pytest

from l10n.build.active import new_code


@pytest.mark.parametrize(
    "code",
    [
        "{{ secret }}", "{{< include x >}}", "{{% raw %}}", "{% include x %}", "<%= x %>", "`r system('x')`",
        "``r x``", "`{r} x`", "`{python} x`", "`r\nx`", "{{ {} }}", "{{", "{%", "<%",
    ],
)  # fmt: skip
def test_code_that_an_engine_runs_must_be_in_the_source(code: str) -> None:
    assert "may run" in (new_code("Text", f"Texte {code} encore") or "")
    assert new_code(f"Text {code} more", f"Texte {code} encore") is None
    assert "may run" in (new_code(f"Text {code} more", f"{code} {code}") or "")


@pytest.mark.parametrize("text", ["`rm x`", "`ruby` {x}", "`r`", "a { b } 100 %", "`{` `}`", "JavaScript: x"])
def test_what_nothing_runs_is_free(text: str) -> None:
    assert new_code("Text", text) is None
