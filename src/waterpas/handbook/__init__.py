"""The handbook as data: the ten steps, the 21 criteria and all the rest, in Dutch and English.

`load()` gives the items, `register()` gives every statement of the source that they come from.
"""

from waterpas.handbook.errors import ExtraFileUnusable, HandbookError, ItemIdTaken
from waterpas.handbook.loader import load, register
from waterpas.handbook.model import KINDS, Item, Register, Source, Statement, Words

__all__ = [
    "KINDS",
    "ExtraFileUnusable",
    "HandbookError",
    "Item",
    "ItemIdTaken",
    "Register",
    "Source",
    "Statement",
    "Words",
    "load",
    "register",
]
