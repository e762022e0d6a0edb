"""What people fill in about scans."""
