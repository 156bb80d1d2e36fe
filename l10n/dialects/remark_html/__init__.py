"""remark's decks in pages: a ``.html`` file whose ``<textarea id="source">`` holds the deck.

``place`` finds it. The view of a page (``deck/view``) is the deck as remark gets it from the browser, and
behind it the page, parted by NUL, which no browser hands out. So slides are what ``remark`` finds in the
first part, at the same offsets, and the second is data in HTML, of which ``deck/data`` reads the texts.
"""
