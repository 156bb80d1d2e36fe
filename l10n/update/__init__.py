"""Template and old catalog become the new catalog: who continues whom, what of an edit can be carried."""
