"""What memory is asked for a locale, in a process of its own."""

from pathlib import Path

from l10n.errors import DiskError
from l10n.project import Config, Project
from l10n.sync.remembering import Remembering
from l10n.system import Files


def test_a_process_that_ended_leaves_its_locale_to_the_next_run(tmp_path: Path) -> None:
    project = Project(Config(tmp_path, locales=("fr",)), Files(tmp_path))
    lost = Remembering(project, [], b"").lost("fr", "signal 9")
    assert lost.answers == {}
    assert [type(one) for one in lost.problems] == [DiskError]
    assert str(lost.problems[0]).startswith("fr: ")
