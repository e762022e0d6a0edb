"""Planning: how many people are needed, and what could be seen with those there are."""
