"""Compare people with people who are alike in what was given: one statistic per file."""
