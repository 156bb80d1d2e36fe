"""What benches are run on: decks, catalogs, faults and edits that are made."""
