"""The result of a method in words, as a picture and as a table."""
