"""Marp: slides between thematic breaks at top level, directives and presenter notes in comments.

``dialect`` cuts a deck by the block tokens of its Markdown; ``directives`` says which comments are
directives, and what of them is prose; ``markdown`` is what Marp Core adds to CommonMark; ``images`` is the
language of commands in descriptions of images.
"""
