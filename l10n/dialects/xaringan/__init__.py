"""xaringan: remark's decks in R Markdown, read as remark gets them from knitr.

knitr takes the front matter off, runs chunks and inline code, and puts code and results in their place;
xaringan makes inline code of mathematics. ``knitr`` finds what is run. ``handed`` makes of a deck what remark
is handed, as long as the deck, so that every offset stays: a chunk is a fence there, or nothing. Slides,
notes and classes are then what ``remark`` finds in it.
"""
