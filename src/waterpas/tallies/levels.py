"""Levels: the values of a grouping column as text, missing ones as a level of their own."""

import re
from collections.abc import Iterable, Mapping, Sequence

from waterpas.codebooks.words import MISSING, folded
from waterpas.results import Note
from waterpas.tallies.loaded import as_text
from waterpas.tallies.tally import UNKNOWN, Cell, Key

DIGITS = re.compile(r"(\d+)")


def level_of(value: object) -> str:
    """A value as a level. Empty, NULL, NaN and the word for it are the level 'onbekend'."""
    text = "" if value is None else as_text(value)
    return UNKNOWN if folded(text) in MISSING else text


def missing_notes(
    by: Sequence[str], groups: Iterable[tuple[tuple[object, ...], int]]
) -> tuple[Note, ...]:
    """Per column with missing values, how many rows those are."""
    rows = dict.fromkeys(by, 0)
    for keys, count in groups:
        for column, value in zip(by, keys, strict=False):
            rows[column] += count if level_of(value) == UNKNOWN else 0
    return tuple(
        Note("missing-level", {"column": column, "rows": count, "level": UNKNOWN})
        for column, count in rows.items()
        if count
    )


def in_order(
    cells: Mapping[Key, Cell], labels: Sequence[Mapping[str, object] | None] = ()
) -> dict[Key, Cell]:
    """The cells in a fixed order: as the labels name the levels, else as people sort; unknown last.

    Engines give groups in any order, and the same table must give the same tally.
    """

    def place(key: Key) -> tuple[object, ...]:
        return tuple(
            _place(level, list(labels[at] or ()) if at < len(labels) else [])
            for at, level in enumerate(key)
        )

    return {key: cells[key] for key in sorted(cells, key=place)}


def _place(level: str, named: Sequence[str]) -> tuple[object, ...]:
    if level in named:
        return (0, named.index(level), [])
    # Text and numbers take turns, so that group 10 comes after group 9.
    parts = [
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for part in DIGITS.split(level.casefold())
        if part
    ]
    return (2 if level == UNKNOWN else 1, 0, parts, level)
