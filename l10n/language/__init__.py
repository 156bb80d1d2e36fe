"""Languages and plain texts: CLDR, numbers, glossaries, likeness, differences."""
