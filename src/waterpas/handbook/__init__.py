"""The handbook as data: the ten steps, the 21 criteria and all the rest, in Dutch and English.

`load()` gives the items, `register()` gives every statement of the source that they come from, and
`changes_for()` gives what can change where a pattern is found or a criterion is not met.
"""

from waterpas.handbook.errors import ExtraFileUnusable, HandbookError, ItemIdTaken, ItemUnknown
from waterpas.handbook.loader import changes_for, load, register
from waterpas.handbook.model import KINDS, Added, Item, Passage, Register, Source, Statement, Words

__all__ = [
    "KINDS",
    "Added",
    "ExtraFileUnusable",
    "HandbookError",
    "Item",
    "ItemIdTaken",
    "ItemUnknown",
    "Passage",
    "Register",
    "Source",
    "Statement",
    "Words",
    "changes_for",
    "load",
    "register",
]
