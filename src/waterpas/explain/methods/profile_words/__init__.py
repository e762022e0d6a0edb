"""The words of a risk profile, in parts."""
