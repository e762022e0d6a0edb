"""What the percentages of neighbourhoods allow to be said."""
