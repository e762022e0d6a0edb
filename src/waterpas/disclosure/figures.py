"""The figures of a method that may be shown: the same rules as for groups, and their answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import floor, log10

from waterpas.disclosure.few import without_numbers
from waterpas.disclosure.sums import Counts, Key, totals_over_hidden
from waterpas.results import Answer, Figure, Measured, Note, People, Source, Suppressed, Unit
from waterpas.tallies.other_values import without_counts

HIDDEN = "hidden"
TELLING = ("levels", "people")  # fields of a note with groups or numbers: they do not leave
About = tuple[tuple[str, str], ...]
DIGITS = 3  # so many digits are read at least, but of a share
# And so many decimals: a tenth per 1,000; a share in whole percents.
DECIMALS: Mapping[Unit, int] = {"rate": 4, "difference": 4, "ratio": 2, "share": 2, "number": 2}


def shown_figures(result: Measured, *, minimum: int) -> tuple[Measured, int]:
    """The result with only what may be shown, and how many groups of people it hides.

    A figure goes when it is made of too few people anywhere; everything about a group goes when
    the group itself is too small. With one table of groups, a group that is a sum over a hidden
    one goes too. Tables over several columns lie across each other, so that cells can be worked
    out by taking one from the other: with more than one set of columns, a set in which something
    is hidden goes whole. With a group hidden, a figure about everybody that is made of people goes,
    and the drawing and the traces of the source too. What is left has no more digits than are
    read: with all digits of a share the people behind it could be counted.
    """
    small = {_about(f) for f in result.figures if f.people and _few(f.people[0], minimum)}
    gone = small | _also(result, small, minimum)
    going = [figure for figure in result.figures if _goes(figure, gone, minimum)]
    told = replace(
        result,
        figures=tuple(_hide(f) if f in going else _told(f, minimum) for f in result.figures),
        answers=tuple(_said(answer, going, gone) for answer in result.answers),
        notes=_bare(result.notes, None if gone else minimum),
    )
    hidden = len([about for about in gone if about]) or len(going)
    return (_traces_gone(told) if gone else told), hidden


def _about(figure: Figure) -> About:
    return tuple(figure.of.items())


def _few(people: People, minimum: int) -> bool:
    n, cases = people.n.value, people.cases
    if n is None or n < minimum:
        return True
    if cases is None:
        return False
    return cases.value is None or min(cases.value, n - cases.value) < minimum


def _also(result: Measured, small: set[About], minimum: int) -> set[About]:
    """What goes because it would tell, with the rest, what is hidden."""
    tables: dict[Key, dict[About, Counts]] = {}
    for figure in result.figures:
        if figure.of and figure.people:
            table = tables.setdefault(tuple(figure.of), {})
            table.setdefault(_about(figure), _counts(figure.people[0]))
    if len(tables) == 1:
        (table,) = tables.values()
        return _totals(table, small, minimum)
    return {about for each in tables.values() if small & set(each) for about in each}


def _counts(people: People) -> Counts:
    return (people.n,) if people.cases is None else (people.n, people.cases)


def _totals(table: Mapping[About, Counts], small: set[About], minimum: int) -> set[About]:
    keys = {about: tuple(level for _, level in about) for about in table}
    counts = {keys[about]: each for about, each in table.items()}
    hidden = {keys[about] for about in small if about in keys}
    found = totals_over_hidden(counts, hidden, minimum=minimum)
    return {about for about, key in keys.items() if key in found}


def _goes(figure: Figure, gone: set[About], minimum: int) -> bool:
    if any(_few(people, minimum) for people in (*figure.people, *figure.also)):
        return True
    if not figure.of:
        return bool(gone and figure.people)
    return _about(figure) in gone


def _hide(figure: Figure) -> Figure:
    reason = figure.suppressed or Suppressed("small-group")
    return replace(
        figure, value=None, interval=None, people=(), also=(), suppressed=reason, notes=()
    )


def _told(figure: Figure, minimum: int) -> Figure:
    between = figure.interval
    if between is not None:
        low, high = _short(between.low, figure.unit), _short(between.high, figure.unit)
        between = replace(between, low=low, high=high)
    value = None if figure.value is None else _short(figure.value, figure.unit)
    notes = _bare(figure.notes, minimum)
    return replace(figure, value=value, interval=between, also=(), notes=notes)


def _short(value: float, unit: Unit) -> float:
    """A value with the digits that are read, and no more."""
    if unit == "people" or value == 0:
        return value
    if unit == "share":
        return round(value, DECIMALS[unit])
    return round(value, max(DIGITS - 1 - floor(log10(abs(value))), DECIMALS[unit]))


def _said(answer: Answer, going: Sequence[Figure], gone: set[About]) -> Answer:
    """The answer; where a figure that it rests on is hidden, only that it is."""
    rests = [f for f in going if f.name in answer.figures and f.of == answer.of]
    if rests or tuple(answer.of.items()) in gone:
        return replace(answer, code=HIDDEN, certainty=None)
    return answer


def _bare(notes: Sequence[Note], minimum: int | None) -> tuple[Note, ...]:
    kept = without_numbers(without_counts(notes, minimum=minimum), minimum=minimum)
    return tuple(map(_without_telling, kept))


def _without_telling(note: Note) -> Note:
    fields = {name: value for name, value in note.fields.items() if name not in TELLING}
    if len(fields) == len(note.fields):
        return note
    code = note.code if note.code.endswith("-some") else f"{note.code}-some"
    return Note(code, fields)


def _traces_gone(result: Measured) -> Measured:
    return replace(result, sources=tuple(map(bare_source, result.sources)), drawing={})


def bare_source(source: Source) -> Source:
    """The source without what was made of all people together."""
    return replace(source, rows=None, used=None, left_out=(), sha256=None)
