"""The pages of the scan."""
