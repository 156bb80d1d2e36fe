"""Files of texts without slides, that stand beside decks: HTML, SVG, YAML and JSON.

There is no Markdown in them: a file is data of its language, of which ``deck/data`` reads the texts. None is
a deck by its marks, for most are not for translators; the settings name those that are.
"""
