"""What people fill in about a study."""
