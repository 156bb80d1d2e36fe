"""Slidev: slides between lines that start with ``---``, properties of slides, presenter notes, components.

``slides`` cuts a deck as ``@slidev/parser`` does; ``dialect`` says what of a slide is read, and how;
``markdown`` is what Slidev adds to CommonMark.
"""
