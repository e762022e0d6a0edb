"""From a table to a tally: sources, engines, layouts, and the tally itself."""
