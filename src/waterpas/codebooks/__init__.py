"""Words and groupings that many tables share, with their labels. Data only."""
