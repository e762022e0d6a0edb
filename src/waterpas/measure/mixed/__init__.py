"""A logistic model on counts with a random intercept: one spread between the groups of a column."""
