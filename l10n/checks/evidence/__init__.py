"""What the rules know of languages, numbers, and how well texts go together."""
