"""Combinations of characteristics: who is worst off, and is it more than the parts add up to."""
