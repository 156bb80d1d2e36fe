"""What touches the machine: rooms and files, one run at a time, what is up to date, processes.

Every file is in a room: sources, one locale's catalogs, templates, one locale's output, its assets, its
glossary, the state in ``.l10n``. A room is a folder that is opened once, part by part from the project's
own folder, and every name in it is walked the same way (``dir_fd``, ``O_NOFOLLOW``), so that what was
looked at is what is read or written, and no link is followed. Only decks and assets may be links, and
``links`` finds where these lead by what they say, never by asking the system to follow. What is hidden is
in no room but those made for it. A pipe is named and never opened. Where a system opens no folders
(Windows), each part of a path is looked at right before it is used.

A file is written beside, brought to the disk, and exchanged with the one that it replaces: two names change
at once. If what was taken off is not what was read, somebody saved it meanwhile: it gets its name back, and
the work on that catalog is done again from what stands there now, a few times, then it is named. Linux and
macOS exchange names, and Linux tells whether anybody still has a file open to write to it; elsewhere the
file is compared right before it is renamed, and the moment between the two remains. A catalog whose deck
has another name is brought up to date under its old name, then renamed.

A run leaves a mark while it is at work. If it is killed, or the system refuses something, the mark stays:
the next run sweeps what was in the making, trusts no cached result, and asks memory for all that is still
empty. A file that was taken off has digests in its name of what it may hold; what holds anything else was
saved in the very moment of a kill, and is named instead of swept. A deck waits for its catalog while one
that may be its past cannot be read.

Each call to the system has one name in ``disk``; tests let each of them fail, and kill a run at each.

``.l10n/`` holds a lock, the mark of a run at work, and a cache: for each deck a fingerprint of all that was
read and written for it, and what came of it; and its counts, which ``stats`` and ``log`` go by, with a
fingerprint of all that these depend on. It may be deleted at any time; the fingerprint includes the
package itself, and ``.l10n/code`` says what that was when its files looked as they do, as
``.l10n/looks.json`` says of a project's files what they said. ``.l10n/parts`` has a
file for each huge deck, with a row for each of its parts by content; whichever process is at the deck writes
it. ``build/.l10n-<locale>`` names what was built, so that what has
no source any more can be taken away, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.system.cache import Cache, Rows, forget_rows, known_code
    from l10n.system.dictionaries import Dictionary, dictionary, lacking
    from l10n.system.digests import fingerprint
    from l10n.system.file import Changed, File
    from l10n.system.files import Files
    from l10n.system.links import below
    from l10n.system.lock import Hold, exclusive, helping
    from l10n.system.made import MARKER, Made
    from l10n.system.names import INSTALLED, is_hidden, is_passed_over, is_reserved
    from l10n.system.own_room import state
    from l10n.system.progress import Progress
    from l10n.system.rooms import Room
    from l10n.system.spelling import as_listed, composed, folded
    from l10n.system.workers import shared_out
else:
    __getattr__ = door(
        __name__,
        {
            "cache": "Cache Rows forget_rows known_code",
            "digests": "fingerprint",
            "dictionaries": "Dictionary dictionary lacking",
            "file": "Changed File",
            "files": "Files",
            "links": "below",
            "lock": "Hold exclusive helping",
            "made": "MARKER Made",
            "names": "INSTALLED is_hidden is_passed_over is_reserved",
            "own_room": "state",
            "progress": "Progress",
            "rooms": "Room",
            "spelling": "as_listed composed folded",
            "workers": "shared_out",
        },
    )
