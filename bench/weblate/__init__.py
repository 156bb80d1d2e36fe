"""A real Weblate, played with; docs/weblate.md says what ``python -m bench.weblate`` needs."""
