"""The pages of an export: templates, one style and one script, both within each page.

So they are the same from a file, from any server and from an archive; a policy lets nothing else run, and
asks nobody for anything but the frames beside it.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from l10n.serve.page import language, words

_STYLE, _SCRIPT = (
    files(__package__).joinpath(name).read_text(encoding="utf-8") for name in ("review.css", "review.js")
)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


_POLICY = (
    f"default-src 'none'; script-src {_hash(_SCRIPT)}; style-src {_hash(_STYLE)}; frame-src 'self' file:; "
    "base-uri 'none'; form-action 'none'"
)


def as_html(name: str, spoken: str, **said: Any) -> str:
    """A page, in the language of its readers where it speaks that."""
    known = language(spoken)
    within = {"policy": _POLICY, "style": _STYLE, "script": _SCRIPT}
    return _TEMPLATES.get_template(name).render(spoken=known, words=words(known), **within, **said)


_TEMPLATES = Environment(
    loader=PackageLoader("l10n.serve", "review"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
