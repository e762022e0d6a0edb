"""Which column is meant, by what the columns are called: only where that is nearly sure."""

from collections.abc import Sequence

from waterpas.codebooks.words import folded
from waterpas.web.studies.profile import Column, looks_like_counts

GROUP_WORDS = ("herkomst", "afkomst", "groep", "migratie", "origin", "group")
WHOLE_WORDS = frozenset({"totaal", "total"})  # everybody, where no other column says so


def is_named_as_groups(column: Column) -> bool:
    """Whether its name says that it holds groups."""
    return any(word in column.name.casefold() for word in GROUP_WORDS)


def named_groups(columns: Sequence[Column]) -> Column | None:
    """The column that holds the groups, where that is nearly sure: the only one with such a name;
    else the only one that says something else than yes or no. None: somebody must choose."""
    named = [c for c in columns if is_named_as_groups(c)]
    other = [c for c in columns if c.yes is None]
    return _only(named or other or columns)


def named_counts(columns: Sequence[Column]) -> Column | None:
    """The column that counts people, where that is nearly sure: the only one with such a name, or
    the only one with numbers. None: somebody must choose."""
    named = [c for c in columns if looks_like_counts(c)]
    named = named or [c for c in columns if folded(c.name) in WHOLE_WORDS]
    return _only(named or [c for c in columns if not c.numbers_rows])


def _only(columns: Sequence[Column]) -> Column | None:
    return columns[0] if len(columns) == 1 else None
