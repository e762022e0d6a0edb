"""The parts of `agreement`: do assessors of the same files come to the same judgement."""
