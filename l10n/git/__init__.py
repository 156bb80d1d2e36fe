"""What git knows of decks and catalogs, and what git asks of us.

``l10n log`` goes back along the first parents of the catalog's history: each revision is what the one
before it became. From one to the next nearly all entries stay, so each distinct one is parsed once. A
message that was not there before takes the place of the one that ``#| msgid`` names, else of the one that
``successors`` finds, as for an update. It goes on until the translation was right. If the deck changed
before the catalog was brought up to it, the deck's own commit is looked up by bisection.
"""
