"""Keys of a moment in the place of names: who decided is not kept."""

from collections.abc import Iterator
from dataclasses import replace
from secrets import token_hex

from waterpas.results import Note, Question
from waterpas.tallies.cells import UNKNOWN, Cell, Key
from waterpas.tallies.tally import Tally

CODE = "throwaway-keys"
# Notes that hold levels of one column.
ABOUT_LEVELS = {"looks-missing", "spelled-apart", "totals-kept"}


def with_throwaway_keys(tally: Tally, *, column: str) -> Tally:
    """The same tally with a random key in the place of each level of one column.

    Answers: "can this be kept without the names in this column?" The keys are made now, go by
    nothing, and are written down nowhere: no one can go back from a key to a name, and two
    tallies of the same table have other keys, so that they can no longer be laid side by side.
    The cells are put in the order of the keys, labels and notes with levels of the column go. The
    level for those without a value stays.

    It does not hide how many people a level has: who knows that one decider had 412 people finds
    that one. So what is counted per level is never shown.

    Raises
    ------
    CallError
        If the column is not in the tally.
    """
    place = tally.position(column)
    keys = dict(_keys(tally.levels(column)))
    made = [(_renamed(key, place, keys), cell) for key, cell in tally.cells.items()]
    cells: dict[Key, Cell] = dict(sorted(made, key=lambda pair: pair[0]))
    totals = tuple((name, keys[at] if name == column else at) for name, at in tally.totals)
    return replace(
        tally,
        cells=cells,
        totals=totals,
        question=_unlabelled(tally.question, column),
        notes=(
            *(note for note in tally.notes if not _tells(note, column)),
            Note(CODE, {"column": column}),
        ),
    )


def has_throwaway_keys(tally: Tally, *, column: str) -> bool:
    """Whether the levels of this column are keys: of people who decide, and no groups."""
    return Note(CODE, {"column": column}) in tally.notes


def _keys(levels: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    used = {UNKNOWN}
    for level in levels:
        key = UNKNOWN if level == UNKNOWN else token_hex(4)
        while key in used and level != UNKNOWN:
            key = token_hex(4)
        used.add(key)
        yield level, key


def _renamed(key: Key, place: int, keys: dict[str, str]) -> Key:
    return (*key[:place], keys[key[place]], *key[place + 1 :])


def _unlabelled(question: Question, column: str) -> Question:
    labels = {name: each for name, each in question.labels.items() if name != column}
    return replace(question, labels=labels)


def _tells(note: Note, column: str) -> bool:
    return note.code in {*ABOUT_LEVELS, CODE} and note.fields.get("column") == column
