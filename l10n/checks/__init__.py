"""What is wrong with translations: one file a family of rules, and the table of all rules."""
