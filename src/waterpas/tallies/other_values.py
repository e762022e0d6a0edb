"""Which values of the outcome counted as 'not the outcome', so that nobody has to guess."""

from collections.abc import Iterable, Mapping, Sequence

from waterpas.codebooks.words import NO, folded
from waterpas.results import Count, Note
from waterpas.tallies.outcomes import Outcome, known_text
from waterpas.tallies.places import MANY
from waterpas.tallies.scan import Group

CODE = "not-the-outcome"
FEWEST = 10  # a smaller number of people is never told


def other_values(
    groups: Sequence[Group], outcome: Outcome | None, case: Mapping[str, bool], *, exact: bool
) -> tuple[Note, ...]:
    """A note with the other values, and with how many people have each where all may be told.

    Nothing is said of an outcome that is only yes or no. `exact` is False where the people of a
    value cannot be added up: totals between the rows, or rounded counts.
    """
    if outcome is None or outcome.value is None:
        return ()
    people: dict[str, Count] = {}
    spelled: dict[str, str] = {}
    for group in groups:
        text = known_text(group.keys[-1])
        if text is None or case[folded(text)]:
            continue
        weight = group.counts[0].count if group.counts else Count.exact(group.rows)
        word = folded(text)
        people[word] = people[word] + weight if word in people else weight
        spelled[word] = min(text, spelled.get(word, text))
    if not people or people.keys() <= NO:
        return ()
    words = sorted(people, key=lambda word: (-people[word].high, word))
    known = exact and all(each.is_exact for each in people.values())
    counts = [people[word].high for word in words] if known else []
    return (_note(outcome.text, [spelled[word] for word in words], counts),)


def _note(outcome: str, values: Sequence[str], counts: Sequence[int]) -> Note:
    told = counts if min(counts, default=0) >= FEWEST and len(values) <= MANY else ()
    return Note(CODE, {"outcome": outcome, "values": tuple(values), "counts": tuple(told)})


def without_counts(notes: Iterable[Note], *, minimum: int | None = None) -> tuple[Note, ...]:
    """The same notes without the counts in them; with `minimum` only where one is below it."""
    return tuple(_bare(note) if _is_small(note, minimum) else note for note in notes)


def _is_small(note: Note, minimum: int | None) -> bool:
    counts = note.fields.get("counts")
    if note.code != CODE or not isinstance(counts, tuple) or not counts:
        return False
    return minimum is None or min(counts) < minimum


def _bare(note: Note) -> Note:
    return Note(CODE, {**note.fields, "counts": ()})


def merged(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Notes of tallies that were added: where both name other values, they become one."""
    found: dict[object, Note] = {}
    for note in notes:
        key = note.fields["outcome"] if note.code == CODE else note
        found[key] = _both(found[key], note) if key in found and note.code == CODE else note
    return tuple(found.values())


def _both(one: Note, other: Note) -> Note:
    pairs = [_pairs(note) for note in (one, other)]
    values = list(dict.fromkeys(value for each in pairs for value in each))
    told = all(None not in each.values() for each in pairs)
    counts = [sum(each.get(value) or 0 for each in pairs) for value in values] if told else []
    return _note(str(one.fields["outcome"]), values, counts)


def _pairs(note: Note) -> dict[str, int | None]:
    values, counts = note.fields["values"], note.fields["counts"]
    if not isinstance(values, tuple) or not isinstance(counts, tuple):
        return {}
    return dict(zip(values, counts or [None] * len(values), strict=True))
