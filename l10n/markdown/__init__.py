"""Markdown as text: what a message is made of."""
