"""Commands of a few lines over the library."""
