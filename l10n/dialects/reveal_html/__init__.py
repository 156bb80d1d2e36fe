"""Decks of reveal.js in pages: each ``<section data-markdown>`` of a ``.html`` file that holds its Markdown.

``place`` finds them. The view of a page (``deck/view``) has what reveal.js reads of each, one behind the
other, and behind them the page. Each is cut as ``reveal`` cuts a deck, by the separators
that its section names.
"""
