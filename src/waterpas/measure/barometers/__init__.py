"""The percentages of the Barometer: what was read, what they allow, and what may be shown."""
