"""Tables for the tests of a change: groups in periods, and in places."""

from tests.tallies import tally_of
from waterpas.measure.change import change

YEARS = ("2022", "2023")
MONTHS = tuple(f"{year}-{month:02d}" for year in (2022, 2023) for month in range(1, 13))


def table(counts, *, by=("groep", "jaar"), **more):
    """Cases out of people per cell, as a tally."""
    return tally_of(counts, by=by, **more)


def closing(*, cases=(120, 84), n=400, reference=(400, 400), m=2000, **more):
    """Two years; the gap between A and B goes from 100 to 10 per 1,000."""
    cells = {
        ("A", "2022"): (cases[0], n),
        ("A", "2023"): (cases[1], n),
        ("B", "2022"): (reference[0], m),
        ("B", "2023"): (reference[1], m),
    }
    return table(cells, **more)


def monthly(group, reference, *, n=300, m=900):
    """Twenty-four months with the cases of the group and of the reference."""
    cells = {("A", month): (x, n) for month, x in zip(MONTHS, group, strict=True)}
    cells |= {("B", month): (x, m) for month, x in zip(MONTHS, reference, strict=True)}
    return table(cells, by=("groep", "maand"))


def measured(tally, *, since="2023", period="jaar", reference="B", **more):
    return change(tally, across="groep", reference=reference, period=period, since=since, **more)


def answer(result, group="A"):
    return next(each for each in result.answers if each.of == {"groep": group})


def value(result, name, group="A"):
    figure = result.figure(name, {"groep": group})
    return figure.value if figure else None


def codes(result):
    """The codes of all notes, those on figures too."""
    notes = [*result.notes, *(note for figure in result.figures for note in figure.notes)]
    return {note.code for note in notes}
