"""Judgements of one file without who gave which: the order goes, and the names of the columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from waterpas.errors import CallError
from waterpas.results import Note, Question
from waterpas.tallies.cells import UNKNOWN, Cell, Key
from waterpas.tallies.each_once import refuse_twice
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

CODE = "order-forgotten"
KEY = "oordeel"


def keys_for(columns: Sequence[str]) -> tuple[str, ...]:
    """What columns with judgements are called once nobody may know any more whose they are."""
    return tuple(f"{KEY} {place}" for place, _ in enumerate(columns, start=1))


def with_forgotten_order(tally: Tally, *, columns: Sequence[str]) -> Tally:
    """The same files, without which of the assessors gave which judgement.

    Answers: "can this be kept so that it says nothing of any one assessor?" The judgements of each
    file are put in one order, whoever gave them, and the columns are called after nobody. How
    often both said yes, both no, and how often they differed is still known; who of the two said
    yes more often is not, and cannot be found back. Labels and notes on the columns go.

    Raises
    ------
    CallError
        If a column is not in the tally, stands there twice, or persons can occur more often.
    """
    keys = keys_for(columns)
    if has_forgotten_order(tally) and set(keys) <= set(tally.by):
        return tally
    _check(tally, columns, keys)
    whole = tally.without_totals(columns)
    places = [whole.position(column) for column in columns]
    cells: dict[Key, Cell] = {}
    for key, cell in whole.cells.items():
        made = _ordered(key, places)
        cells[made] = cells[made] + cell if made in cells else cell
    names = dict(zip(columns, keys, strict=True))
    return replace(
        whole,
        by=tuple(names.get(column, column) for column in whole.by),
        cells=dict(sorted(cells.items())),
        totals=tuple(each for each in whole.totals if each[0] not in names),
        question=_unlabelled(whole.question, names),
        notes=(*_others(whole.notes, names), Note(CODE)),
    )


def has_forgotten_order(tally: Tally) -> bool:
    """Whether nobody can know any more who gave which judgement."""
    return any(note.code == CODE for note in tally.notes)


def is_judgement(tally: Tally, *, column: str) -> bool:
    """Whether this column holds judgements of which nobody knows any more whose they are."""
    return has_forgotten_order(tally) and column.startswith(f"{KEY} ")


def _check(tally: Tally, columns: Sequence[str], keys: Sequence[str]) -> None:
    for column in columns:
        tally.position(column)
    refuse_twice(columns)
    for key in keys:
        if key in tally.by and key not in columns:
            raise CallError(
                mark("Geef de kolom '%(column)s' een andere naam: die houdt Waterpas zelf vrij."),
                column=key,
            )
    if tally.has_repeats:
        raise CallError(
            mark(
                "Oordelen vergelijken kan niet als een persoon vaker kan voorkomen. Maak een "
                "telling waarin elke rij een dossier is."
            )
        )


def _ordered(key: Key, places: Sequence[int]) -> Key:
    """The key with its judgements in one order; those that are not known last."""
    given = iter(sorted((key[at] for at in places), key=lambda level: (level == UNKNOWN, level)))
    return tuple(next(given) if at in places else level for at, level in enumerate(key))


def _unlabelled(question: Question, names: Mapping[str, str]) -> Question:
    labels = {name: each for name, each in question.labels.items() if name not in names}
    return replace(question, labels=labels)


def _others(notes: Sequence[Note], names: Mapping[str, str]) -> Iterator[Note]:
    """The notes that tell of none of these columns."""
    return (note for note in notes if note.fields.get("column") not in names)
