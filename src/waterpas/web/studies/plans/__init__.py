"""Is the group large enough: what could be seen, and how many people it takes. Nothing is kept."""
