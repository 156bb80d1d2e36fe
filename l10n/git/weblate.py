"""What Weblate is told of a project, so that it finds its catalogs by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from l10n.git.repository import Repository
from l10n.project import MESSAGES, TEMPLATES, Project


def discovery(project: Project) -> Mapping[str, object]:
    """The configuration of Weblate's add-on *Component discovery*: a component a deck, with its template.

    Paths count from the top of the repository, as Weblate's do. ``GitError`` if the project is in none.
    """
    catalogs = Repository(project.root).path(project.root / project.config.catalogs)
    return {
        "match": rf"{re.escape(catalogs)}/(?P<language>[^/]+)/{MESSAGES}/(?P<component>.+)\.po",
        "file_format": "po",
        "name_template": "{{ component }}",
        "base_file_template": "",
        "new_base_template": f"{catalogs}/{TEMPLATES}/{{{{ component }}}}.pot",
        "language_regex": "^[^.]+$",
        "copy_addons": True,
        "remove": True,
    }
