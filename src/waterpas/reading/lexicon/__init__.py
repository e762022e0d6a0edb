"""The lexicon: words in a text, and the questions they raise."""

from waterpas.reading.lexicon.finder import Hit, find
from waterpas.reading.lexicon.literals import Literal, find_literals, literals
from waterpas.reading.lexicon.loader import load, schema
from waterpas.reading.lexicon.model import Lexicon, Missing, Needles, Pattern, Unless, Words

__all__ = [
    "Hit",
    "Lexicon",
    "Literal",
    "Missing",
    "Needles",
    "Pattern",
    "Unless",
    "Words",
    "find",
    "find_literals",
    "literals",
    "load",
    "schema",
]
