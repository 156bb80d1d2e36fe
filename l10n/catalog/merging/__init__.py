"""Three versions of a catalog become one, message by message.

``catalogs`` goes by message. An entry that one side left alone is the other's, lines and all. Otherwise
each part has its own three-way merge: whether the source has the message, comments (by line), what the
template says, flags, and the translation with its fuzzy mark, by the table in ``entries``. A text that a
side wrote or approved is always in the result: as ``msgstr``, as an obsolete entry, or in a comment; what
one side replaced or cleared away while the other left it alone is gone, as in any merge. Which side is
called ours decides nothing but which of two texts is the ``msgstr``, and the place of new entries where the
dates of both templates are the same.
"""
