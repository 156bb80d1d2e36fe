"""Results as text and JSON; only the command line prints them."""
