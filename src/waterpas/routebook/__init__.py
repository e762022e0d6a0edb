"""Which route can I take? From what a municipality has and may use, to a way that is open.

A decision table as data, with a source per row. `routes()` gives the rows that hold, in three
lists: what can be done today without figures, what can be done with a letter, and what cannot be
done, with what can be done in its place. `letter()` writes the letter that a row names.

It says nothing about what was found, and gives no legal advice: facts of law carry their source
and the month in which it was read.
"""

from waterpas.routebook.letters import letter
from waterpas.routebook.loader import Book, book
from waterpas.routebook.model import Answers, Found, Letter, Routes, Row, Source, Words
from waterpas.routebook.table import routes

__all__ = [
    "Answers",
    "Book",
    "Found",
    "Letter",
    "Routes",
    "Row",
    "Source",
    "Words",
    "book",
    "letter",
    "routes",
]
