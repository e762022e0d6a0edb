"""Place: what the percentages of neighbourhoods can say about people, and what they cannot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waterpas.measure.areas import classes as in_classes
from waterpas.measure.areas.asked import Asked, asked_of
from waterpas.measure.areas.bounds import Place
from waterpas.measure.areas.figures import (
    COUNTED,
    OF_PEOPLE,
    about_areas,
    about_people,
)
from waterpas.measure.areas.found import code_of, found_of, sides_of, why_not
from waterpas.measure.areas.joined import (
    EVERYBODY,
    LEFT_OUT,
    Area,
    Joined,
    cells_by_area,
    together,
)
from waterpas.measure.areas.small import any_small, how_many_small
from waterpas.measure.given import check_outcome, check_tally
from waterpas.measure.levels import DECIDING_LEVEL, check_asked_level
from waterpas.measure.notes import level_notes, question_notes
from waterpas.measure.whole import with_cells
from waterpas.results import Answer, Certainty, Figure, Measured, Note, People, Source
from waterpas.tallies.tally import UNKNOWN, Tally

METHOD = "area"
UNSAID = ("not-who", "areas-not-people", "why", "other-shares")
_OF_AREAS = {
    Certainty.DIFFERENCE: ("areas-more", "areas-less"),
    Certainty.INDICATION: ("perhaps-areas-more", "perhaps-areas-less"),
}


@with_cells
def area(
    tally: Tally,
    *,
    across: str,
    share: str | None = None,
    neighbourhoods: object = None,
    of: str | None = None,
    counted: str = "some",
    residents: str | None = None,
    larger: str | None = None,
    level: float = 0.95,
) -> Measured:
    """Tell what the shares of a group in neighbourhoods allow to be said about that group.

    Answers: "given how often it happened in each area, and which part of its residents belong to
    the group: between what must the rate of the group lie?" Most often the answer is: it cannot be
    told. A percentage is about all residents, never about those who applied, or were visited; and
    that something happens more often in areas with a high share does not say that it happens more
    often to that group. No origin of any person is guessed.

    Parameters
    ----------
    tally : Tally
        Counts with a yes/no outcome over `across`, and `share` and `residents` where given.
    across : str
        The column with the code of the area: a neighbourhood, a district, a postcode.
    share : str, optional
        The column of the tally with the group's percentage of the residents of the area. Whole
        percents lie half a point to each side; what is empty or secret from 0 to 100. A column of
        StatLine with numbers of people (`BuitenEuropa_19`) needs `residents` too.
    neighbourhoods : Neighbourhoods, path or frame, optional
        In place of `share`: the key figures of CBS, joined by code; see `read_neighbourhoods`.
    of : str, optional
        About which group: "buiten-europa" (if not said otherwise by the name of `share`),
        "europa", "nederland", or one of the others in `codebooks.neighbourhoods.GROUPS`.
    counted : {"some", "everybody"}
        Who was counted: all residents of the areas, or some of them (who applied, who was
        visited). Of some, the group may be any part that fits: without `residents` nothing can be
        said about people.
    residents : str, optional
        The column of the tally with the number of residents of the area. A file has its own.
    larger : str, optional
        The column of the tally with a larger area, in which areas are taken together: the district
        of each neighbourhood. Its share is that of its areas, weighted by residents.
    level : float, default 0.95
        Level of the intervals, from 0.8 to 0.999. The answer always goes by 95%.

    Returns
    -------
    Measured
        `group-least` and `group-most`: between what the rate of the group lies (proportions); so
        for `others` (everybody else) and `gap` (group minus others). Each has the interval of
        chance that it would have if that end were the truth; from the low end of the first to the
        high end of the second is the interval of the whole. `areas-low`, `areas-middle` and
        `areas-high`: the rates of areas by their percentage, and `areas-gap`, high minus low.

    Raises
    ------
    CallError
        If it is no tally or has no outcome, a column or the outcome names officials or other
        people, a column is not there or holds no percentages, no area can be joined or lies in one
        larger area, or persons stand in several rows.
    InputError
        If the file with neighbourhoods cannot be used.
    LevelError
        If `level` is below 0.8 or above 0.999.

    Notes
    -----
    Bounds: Duncan and Davis (1953), added over areas. Chance on top of them: Imbens and Manski
    (2004), see `areas.chance`. The regression of Goodman and the model of King are not there: they
    give one figure where the counts allow many. With an area of fewer than ten people with or
    without the outcome no figure is given, and a note says of how many: take areas together first.

    Examples
    --------
    Three areas of 1,000 residents, of whom 30, 10 and 50 percent belong to the group.

    >>> from waterpas.tallies.build import tally
    >>> rows = [("BU1", "30", 1000, 200), ("BU2", "10", 1000, 80), ("BU3", "50", 1000, 150)]
    >>> table = [dict(zip(("buurt", "pct", "n", "x"), row)) for row in rows]
    >>> counts = tally(table, by=["buurt", "pct"], outcome="x", count="n")
    >>> found = area(counts, across="buurt", share="pct", counted="everybody")
    >>> found.answers[0].code, round(found.figure("group-most").value, 3)
    ('not-told', 0.486)
    """
    check_tally(tally)
    check_asked_level(level)
    check_outcome(tally)
    asked = asked_of(
        tally,
        across=across,
        share=share,
        residents=residents,
        neighbourhoods=neighbourhoods,
        of=of,
        counted=counted,
        larger=larger,
    )
    found = asked.joined(tally)
    places = [each.place(asked.counted) for each in found.areas]
    people = _people(found.areas, places, counted=asked.counted, level=level)
    areas = _areas(found.areas, level=level)
    return Measured(
        method=METHOD,
        answers=(people.answer, areas.answer),
        figures=(*people.figures, *areas.figures),
        sources=(*tally.sources, *_sources(asked)),
        across=across,
        asked=_asked(asked),
        outcome=tally.outcome or "",
        level=level,
        rounded_to=tally.rounded_to,
        question=tally.question,
        unsaid=(*UNSAID, *(("herkomst",) if asked.of else ())),
        notes=tuple(_notes(found, asked, tally, areas=areas.classes, level=level)),
        cells=tuple(People(each.cell.n, each.cell.cases) for each in found.areas),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """An answer, the figures that belong to it, and the classes of areas that it is about."""

    answer: Answer
    figures: tuple[Figure, ...] = ()
    classes: tuple[in_classes.Class, ...] = ()


def _people(areas: Sequence[Area], places: Sequence[Place], *, counted: str, level: float) -> _Said:
    """What the bounds say about people."""
    if any_small(areas):
        return _Said(Answer("too-few"))
    sides = sides_of(places)
    why = why_not(areas, sides, counted=counted)
    if why:
        known = [each for each in areas if each.beside.share.value is not None]
        figure = Figure(COUNTED, "difference", None, people=(together(known or areas),))
        return _Said(Answer(why, figures=(COUNTED,)), (figure,))
    code, certainty = code_of(found_of(sides, level=DECIDING_LEVEL))
    found = found_of(sides, level=level)
    figures = tuple(about_people(found, together(areas)))
    return _Said(Answer(code, figures=OF_PEOPLE, certainty=certainty), figures)


def _areas(areas: Sequence[Area], *, level: float) -> _Said:
    """How areas differ from each other: about areas, never about people."""
    if any_small(areas):
        return _Said(Answer("areas-cannot"))
    classes = in_classes.classes_of(areas)
    if not classes:
        return _Said(Answer(in_classes.why_none(areas)))
    decided = in_classes.between(classes, level=DECIDING_LEVEL)
    certainty = in_classes.certainty_of(decided)
    higher, lower = _OF_AREAS.get(certainty, ("areas-not-shown", "areas-not-shown"))
    code = higher if decided.difference.value > 0 else lower
    compared = in_classes.between(classes, level=level)
    figures = tuple(about_areas(classes, compared, level=level))
    answer = Answer(code, figures=tuple(each.name for each in figures), certainty=certainty)
    return _Said(answer, figures, classes)


def _sources(asked: Asked) -> tuple[Source, ...]:
    return (asked.neighbourhoods.source,) if asked.neighbourhoods else ()


def _asked(asked: Asked) -> dict[str, object]:
    given = {
        "share": asked.share,
        "residents": asked.residents,
        "larger": asked.larger,
        "of": asked.of or None,
    }
    return {
        "counted": asked.counted,
        **{name: value for name, value in given.items() if value},
    }


def _notes(
    found: Joined,
    asked: Asked,
    tally: Tally,
    *,
    areas: Sequence[in_classes.Class],
    level: float,
) -> Iterator[Note]:
    yield from level_notes(level)
    yield from question_notes(tally, columns=())
    if small := how_many_small(found.areas):
        yield Note("areas-small", {"areas": small, "all": len(found.areas)})
    yield from _left_out(found, tally, asked.across)
    if found.hidden:
        yield Note("share-hidden", {"areas": found.hidden})
    if asked.counted == EVERYBODY and not any(each.beside.residents for each in found.areas):
        yield Note("everybody-unchecked")
    if areas:
        yield Note("classes", _edges(areas))
    if tally.rounded_to:
        yield Note("rounded-in-intervals", {"to": tally.rounded_to})
    yield from (note for note in tally.notes if note.code != LEFT_OUT)


def _left_out(found: Joined, tally: Tally, across: str) -> Iterator[Note]:
    if found.left_out:
        yield Note(LEFT_OUT, {"levels": found.left_out})
    unknown = cells_by_area(tally, across).get(UNKNOWN)
    if unknown and unknown.n.value:
        yield Note("area-unknown", {"people": unknown.n.value})


def _edges(areas: Sequence[in_classes.Class]) -> dict[str, object]:
    """Up to which percentage areas are low, and from which they are high."""
    return {
        "areas": sum(each.areas for each in areas),
        "low_to": round(100 * areas[0].highest),
        "high_from": round(100 * areas[-1].lowest),
    }
