"""What a run does, deck by deck: extract, update, build; and what came of it."""
