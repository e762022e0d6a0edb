"""Names of columns and cells, for sentences that say where something is wrong."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from waterpas.codebooks.words import folded

MANY = 10


def nearest(name: str, names: Sequence[str]) -> str:
    """The names that look most like `name`, or the first ones, as one text."""
    by_fold = {folded(other): other for other in names}
    close = get_close_matches(folded(name), list(by_fold), n=3, cutoff=0.5)
    return listed([by_fold[fold] for fold in close] or names)


def listed(names: Iterable[object]) -> str:
    """Names in a row, at most ten of them."""
    texts = [str(name) for name in names]
    return ", ".join(texts[:MANY]) + (", …" if len(texts) > MANY else "")


def letters(index: int) -> str:
    """The letters of a column in a spreadsheet: 0 is A, 26 is AA."""
    text = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def address(row: int, column: int) -> str:
    """The name of a cell, from its row (counted from 1) and column (counted from 0)."""
    return f"{letters(column)}{row}"


def one_line(text: object) -> str:
    """Text with every run of white space as one space, at most 40 characters."""
    line = " ".join(str(text).split())
    return line if len(line) <= 40 else line[:39] + "…"
