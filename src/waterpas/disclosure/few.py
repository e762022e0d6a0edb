"""What is said of a few people beside the figures: in notes, and of unknown outcomes."""

from collections.abc import Iterable
from dataclasses import replace

from waterpas.results import GroupResult, Note

# Notes with a number of people in them, and where that number stands.
NUMBERS = {
    "unknown-outcome": "count",
    "missing-level": "rows",
    "looks-missing": "rows",
    "person-missing": "rows",
    "step-unknown": "people",
}
NUMBERLESS = ("lowest_rate", "highest_rate")  # rates from which the number can be worked out


def few_unknown(group: GroupResult, *, minimum: int) -> bool:
    """Whether the outcome of a few people in this group is unknown."""
    return group.unknown is not None and 0 < group.unknown.count < minimum


def without_few_unknown(group: GroupResult, *, minimum: int) -> GroupResult:
    """The group without how many outcomes are unknown, where they are few."""
    if not few_unknown(group, minimum=minimum):
        return group
    notes = without_numbers(group.notes, minimum=minimum)
    return replace(group, unknown=None, notes=notes)


def without_numbers(notes: Iterable[Note], *, minimum: int | None) -> tuple[Note, ...]:
    """The same notes without the number of people in them; only under `minimum`, or each (None)."""
    return tuple(_numberless(note) if _is_few(note, minimum) else note for note in notes)


def _is_few(note: Note, minimum: int | None) -> bool:
    number = note.fields.get(NUMBERS.get(note.code, ""))
    return isinstance(number, int) and (minimum is None or number < minimum)


def _numberless(note: Note) -> Note:
    gone = {NUMBERS[note.code], *NUMBERLESS}
    kept = {name: value for name, value in note.fields.items() if name not in gone}
    return Note(f"{note.code}-some", kept)
