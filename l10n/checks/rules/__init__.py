"""What is wrong with a translation: a module a family of rules."""
