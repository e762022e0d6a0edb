"""A scan as a file: to read, to keep, and to take along to another Waterpas."""
