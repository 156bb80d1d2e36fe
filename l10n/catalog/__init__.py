"""gettext catalogs, kept to the byte: read, written, counted, merged in three ways."""
