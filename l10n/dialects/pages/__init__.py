"""Pages: CommonMark with what the tools of the field add to it on lines of their own.

Most of it does not conflict, so it is read wherever it stands, whatever tool the page is for: containers of
VitePress, Docusaurus, MyST and Pandoc, blocks of MkDocs, alerts of GitHub, shortcodes of Hugo, Jekyll and
Liquid, definition lists, footnotes, mathematics, MDX. Such a line stays where it is, byte for byte; the title
in it is a message. Where tools conflict, a setting decides.
"""
