"""Levels: the values of a grouping column as text, missing ones as a level of their own."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from waterpas.codebooks.words import MISSING, NOTHING, folded
from waterpas.results import Note
from waterpas.tallies.loaded import as_text
from waterpas.tallies.places import listed
from waterpas.tallies.tally import UNKNOWN, Cell, Key

DIGITS = re.compile(r"(\d+)")


def level_of(value: object) -> str:
    """A value as a level. Empty, NULL, NaN and the word for it are the level 'onbekend'."""
    text = "" if value is None else as_text(value)
    return UNKNOWN if folded(text) in MISSING else text


def level_notes(
    by: Sequence[str], groups: Iterable[tuple[tuple[object, ...], int]]
) -> tuple[Note, ...]:
    """Per column: missing values, words of programs for them, and levels that look alike."""
    rows: dict[str, dict[str, int]] = {column: {} for column in by}
    for keys, count in groups:
        for column, value in zip(by, keys, strict=False):
            level = level_of(value)
            rows[column][level] = rows[column].get(level, 0) + count
    return tuple(note for column, levels in rows.items() for note in _notes_on(column, levels))


def _notes_on(column: str, rows: Mapping[str, int]) -> Iterator[Note]:
    if UNKNOWN in rows:
        yield Note("missing-level", {"column": column, "rows": rows[UNKNOWN], "level": UNKNOWN})
    for level in sorted(rows):
        if folded(level) in NOTHING:
            yield Note("looks-missing", {"column": column, "rows": rows[level], "level": level})
    alike: dict[str, list[str]] = {}
    for level in sorted(rows):
        alike.setdefault(" ".join(folded(level).split()), []).append(level)
    for levels in alike.values():
        if len(levels) > 1:
            yield Note("spelled-apart", {"column": column, "levels": listed(levels)})


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
