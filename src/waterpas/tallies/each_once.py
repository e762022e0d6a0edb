"""Columns that are named: each of them once."""

from collections.abc import Iterable

from waterpas.errors import CallError
from waterpas.texts import mark


def refuse_twice(columns: Iterable[str]) -> None:
    """CallError for the first column that was named before."""
    seen = set[str]()
    for column in columns:
        if column in seen:
            raise CallError(
                mark("De kolom '%(column)s' staat er twee keer. Noem elke kolom één keer."),
                column=column,
            )
        seen.add(column)
