"""Pay from counts: the gap, what it goes together with, and what remains."""
