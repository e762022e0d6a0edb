"""The rows of what is hidden: which there would have been tells of the people who are hidden."""

from collections.abc import Collection, Iterable

from waterpas.disclosure.unlike import Key, key_of
from waterpas.results import Figure


def without_hidden_rows(figures: Iterable[Figure], gone: Collection[Key]) -> tuple[Figure, ...]:
    """The figures without those that are hidden for the people in them.

    That nobody was chosen, or everybody, tells which figures a group has; and the smallest
    difference that could be seen is there only where none was shown. That something is hidden is
    said in an answer.
    """
    return tuple(each for each in figures if key_of(each) not in gone)
