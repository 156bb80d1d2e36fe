"""Quarto's decks for reveal.js: Pandoc's Markdown, with chunks of code that are run, and shortcodes.

``dialect`` cuts a deck at its titles and rules, as Pandoc does for slides. ``lines`` is what stands on lines
of its own: divs, pauses, drawn tables; ``cells`` are the chunks, and their options that are prose; ``inline``
is what a translation keeps within a text.
"""
