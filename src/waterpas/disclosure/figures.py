"""The figures of a method that may be shown: the same rules as for groups, and their answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import floor, inf, log10

from waterpas.disclosure.days import hidden_alike, is_about_days
from waterpas.disclosure.few import NUMBERS, without_numbers
from waterpas.disclosure.rows import hide, said_once, without_hidden_rows
from waterpas.disclosure.small_parts import in_tens, whole_days, with_small_parts
from waterpas.disclosure.sums import Counts, totals_over_hidden
from waterpas.disclosure.sums import Key as Levels
from waterpas.disclosure.totals import over_hidden
from waterpas.disclosure.unlike import HIDDEN, About, Key, key_of, telling, without_telling
from waterpas.results import (
    Answer,
    Figure,
    Interval,
    Measured,
    Note,
    People,
    Source,
    Unit,
    Unseen,
)
from waterpas.tallies.other_values import without_counts

Keys = frozenset[Key]
ONE = "levels"  # the field of a note on single groups
TELLING = (ONE, "people")  # fields of a note with groups or numbers: they do not leave
COARSE, NO_ENDS = Note("coarse"), Note("no-ends")
COARSE_DECIMALS = 2  # tens per 1,000; whole percents
DIGITS = 3  # so many digits are read at least, but of a share
# And so many decimals: a tenth per 1,000, and one more so that halves round once; a share in
# whole percents.
DECIMALS: Mapping[Unit, int] = {
    "rate": 5,
    "difference": 5,
    "ratio": 2,
    "share": 2,
    "amount": 0,
    "number": 2,
}


def shown_figures(result: Measured, *, minimum: int) -> tuple[Measured, int]:
    """The result with only what may be shown, and how many groups of people it hides.

    A figure goes when it is made of too few people anywhere; everything about a group goes when
    the group itself (the people of its first figure) is too small. With one table of groups, a
    group that is a sum over a hidden one goes too; so does a single figure of a group that is a sum
    over one of which that figure is hidden: see `totals`. Tables over several columns lie across
    each other, so that cells can be worked out by taking one from the other: with more than one set
    of columns, a set in which something is hidden goes whole. So does a table in which each group
    stands beside everybody else: from the others the hidden one is counted. With a group hidden, a
    figure made of people goes too when it is about everybody, or about another column only. What
    goes leaves no row, for which rows there are tells of people too: see `rows`.

    What is left has no more digits than are read: with all digits of a share the people behind it
    could be counted. A figure with a small part in it leaves in tens per 1,000. With anything
    hidden the drawing goes; with anything hidden, coarse, or about a few people in the notes, the
    rows of the source and the notes on single groups. Its fingerprint always goes. Of counts with a
    small cell only the main figures are left, coarse: see `small_parts`. So it is where nearly
    everybody is alike in what a figure is about; that figure itself goes: see `unlike`. And so it
    is where anything is hidden: whether small cells are in it would tell of those of the hidden
    group. Of a result with another that leaves in its place, that one leaves, without the rows of
    the source. Of waiting times that are hidden no figure is left, whatever the reason: see `days`.

    With anything hidden, the words are those that the rest gives: a p-value that is hidden counts
    as 1, as in `certainty`. Where that leaves no figure to show, it is made once more as if none
    may be: which of them a search hides tells what it found.
    """
    if result.leaves is not None:
        told, hidden = shown_figures(replace(result.leaves, cells=None), minimum=minimum)
        return _in_tens(told), hidden
    told, hidden, gone = _shown(result, minimum)
    unseen = _unseen(result, told)
    if unseen and result.anew:
        told, _, _ = _shown(replace(result.anew(unseen), cells=result.cells), minimum, gone)
        if all(figure.value is None for figure in told.figures):
            anew = result.anew(Unseen(unseen.figures | {("", ())}))
            told, _, _ = _shown(replace(anew, cells=result.cells), minimum, gone)
    return replace(told, anew=None), hidden


def _unseen(result: Measured, told: Measured) -> Unseen:
    """The figures that are hidden in what is told, and that nothing which is told rests on.

    And, without a name, of whom there is no figure, for nothing can be said of them.
    """
    seen = {key_of(f) for f in told.figures if f.suppressed is None}
    said = [answer for answer in told.answers if answer.code != HIDDEN]
    seen |= {(name, _about(answer)) for answer in said for name in answer.figures}
    own = {key_of(f) for f in result.figures if f.suppressed is None}
    nothing = {
        ("", _about(answer)) for answer in result.answers if answer.of and not answer.figures
    }
    return Unseen(frozenset(own - seen | nothing))


def _shown(result: Measured, minimum: int, also: Keys = frozenset()) -> tuple[Measured, int, Keys]:
    """What may be shown, how many groups that hides, and which figures; `also`: these go anyway."""
    small = {about for about, people in _groups(result).items() if _few(people, minimum)}
    gone = small | _also(result, small, minimum)
    alike = telling(result, minimum=minimum)
    going = _going(result, gone, minimum, alike, also)
    guarded = bool(gone or going or _has_few(result, minimum))
    told = replace(
        result,
        figures=tuple(hide(f) if f in going else _told(f, minimum) for f in result.figures),
        answers=tuple(said_once(_said(answer, going, gone) for answer in result.answers)),
        notes=_bare(result.notes, None if guarded else minimum),
        cells=None,
        drawing={} if gone or going else result.drawing,
    )
    hidden = len({about for about in gone if about} or set(map(_about, going)))
    # Of a hidden group nobody may know whether its cells are small, or empty.
    cells = result.cells or ()
    if alike or (hidden and cells) or any(_few(cell, minimum) for cell in cells):
        told, guarded = without_telling(with_small_parts(told), alike), True
    bare = (replace(each, step=None, unlike=()) for each in told.figures)
    sources = tuple(told_source(each, guarded=guarded) for each in told.sources)
    keys = frozenset(map(key_of, going))
    told = replace(told, figures=without_hidden_rows(bare, keys), sources=sources)
    if is_about_days(result):
        told = hidden_alike(told)
        hidden = len({_about(each) for each in told.answers if each.code == HIDDEN})
    return told, hidden, keys


def _going(
    result: Measured, gone: set[About], minimum: int, alike: Keys, also: Keys
) -> list[Figure]:
    """The figures that go: for the people in them, their group, or as a sum over what is hidden."""
    going = [
        figure
        for figure in result.figures
        if _goes(figure, gone, minimum, result.across) or key_of(figure) in also
    ]
    hidden_here = alike.union(map(key_of, going))
    totals = over_hidden(result.figures, hidden_here, minimum=minimum)
    return going + [figure for figure in result.figures if key_of(figure) in totals]


def _groups(result: Measured) -> dict[About, People]:
    """Each group with its people: those of the first figure about it."""
    found: dict[About, People] = {}
    for figure in result.figures:
        if figure.people:
            found.setdefault(_about(figure), figure.people[0])
    return found


def _has_few(result: Measured, minimum: int) -> bool:
    """Whether a figure has a small part, or a note a small number of people."""
    notes = [*result.notes, *(note for figure in result.figures for note in figure.notes)]
    few = any(_number_in(note) < minimum for note in notes)
    return few or any(_is_coarse(figure, minimum) for figure in result.figures)


def _number_in(note: Note) -> float:
    """The number of people in a note; endless where there is none."""
    found = note.fields.get(NUMBERS.get(note.code, "people"))
    return found if isinstance(found, int) and found > 0 else inf


def _is_coarse(figure: Figure, minimum: int) -> bool:
    return any(_few(people, minimum) for people in figure.parts)


def _about(figure: Figure | Answer) -> About:
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
    tables: dict[Levels, dict[About, Counts]] = {}
    for about, people in _groups(result).items():
        if about:
            tables.setdefault(tuple(dict(about)), {})[about] = _counts(people)
    named = result.reference is None or result.reference.kind == "level"
    if len(tables) == 1 and named:
        (table,) = tables.values()
        return _totals(table, small, minimum)
    gone = small | {
        _about(f) for f in result.figures if f.of and _goes(f, small, minimum, result.across)
    }
    return {about for each in tables.values() if gone & set(each) for about in each}


def _counts(people: People) -> Counts:
    return (people.n,) if people.cases is None else (people.n, people.cases)


def _totals(table: Mapping[About, Counts], small: set[About], minimum: int) -> set[About]:
    keys = {about: tuple(level for _, level in about) for about in table}
    counts = {keys[about]: each for about, each in table.items()}
    hidden = {keys[about] for about in small if about in keys}
    found = totals_over_hidden(counts, hidden, minimum=minimum)
    return {about for about, key in keys.items() if key in found}


def _goes(figure: Figure, gone: set[About], minimum: int, across: str) -> bool:
    if any(_few(people, minimum) for people in (*figure.people, *figure.also)):
        return True
    return _about(figure) in gone or (bool(figure.people) and _is_over(figure, gone, across))


def _is_over(figure: Figure, gone: set[About], across: str) -> bool:
    """Whether it counts the people of a hidden group: it is about everybody, or another column.

    From a level of another column, less those in it of the groups that somebody knows, the people
    of the hidden group in it are counted.
    """
    if not figure.of:
        return bool(gone)
    return any(across in dict(each) and figure.of.keys().isdisjoint(dict(each)) for each in gone)


def _told(figure: Figure, minimum: int) -> Figure:
    """The figure with no more digits than are read, and coarse where it has a small part."""
    coarse, between = _is_coarse(figure, minimum), figure.interval
    few = between is not None and any(_few(people, minimum) for people in figure.ends)
    if few:
        between = None
    if between is not None:
        low, high = (_short(e, figure.unit, coarse=coarse) for e in (between.low, between.high))
        between = Interval(low, high, between.level)
    value = None if figure.value is None else _short(figure.value, figure.unit, coarse=coarse)
    notes = (*_bare(figure.notes, None if coarse else minimum), *([COARSE] if coarse else []))
    notes = (*notes, *([NO_ENDS] if few else []))
    told = replace(figure, value=value, interval=between, notes=notes)
    return replace(told, also=(), parts=(), ends=())


def _short(value: float, unit: Unit, *, coarse: bool) -> float:
    """A value with the digits that are read, and no more."""
    if unit == "people" or value == 0:
        return value
    if unit == "days":
        return whole_days(value)
    if coarse or unit == "share":
        return round(value, COARSE_DECIMALS)
    return round(value, max(DIGITS - 1 - floor(log10(abs(value))), DECIMALS[unit]))


def _said(answer: Answer, going: Sequence[Figure], gone: set[About]) -> Answer:
    """The answer; where a figure that it rests on is hidden, only that it is."""
    if answer.of and _about(answer) in gone:  # what there is of them to hide tells of them too
        return replace(answer, code=HIDDEN, figures=(), certainty=None)
    rests = any(f.name in answer.figures and f.of == answer.of for f in going)
    if rests or _about(answer) in gone:
        return replace(answer, code=HIDDEN, certainty=None)
    return answer


def _bare(notes: Sequence[Note], minimum: int | None) -> tuple[Note, ...]:
    """Notes without what tells of few people; with `minimum` None, without those on one group."""
    kept = without_numbers(without_counts(notes, minimum=minimum), minimum=minimum)
    return tuple(
        _without_telling(note) for note in kept if minimum is not None or ONE not in note.fields
    )


def _without_telling(note: Note) -> Note:
    fields = {name: value for name, value in note.fields.items() if name not in TELLING}
    if len(fields) == len(note.fields):
        return note
    code = note.code if note.code.endswith("-some") else f"{note.code}-some"
    return Note(code, fields)


def told_source(source: Source, *, guarded: bool) -> Source:
    """The source without its fingerprint; guarded: and without what was made of all people.

    A fingerprint is of the whole file. Whatever is in it that is not shown (another column, who of
    two gave which judgement, amounts before they were rounded) can be tried until it fits.
    """
    told = replace(source, sha256=None)
    return replace(told, rows=None, used=None, left_out=()) if guarded else told


def _in_tens(result: Measured) -> Measured:
    """With only of how many people each figure is, in tens."""
    figures = (replace(each, people=in_tens(each.people)) for each in result.figures)
    sources = (told_source(each, guarded=True) for each in result.sources)
    return replace(result, figures=tuple(figures), sources=tuple(sources))
