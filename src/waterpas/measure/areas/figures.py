"""The figures of areas: never one of a single area, and never a count of a group."""

from collections.abc import Iterator, Sequence

from waterpas.measure.areas.chance import Bounds
from waterpas.measure.areas.classes import Class, interval_of
from waterpas.measure.areas.found import Found
from waterpas.measure.areas.joined import Area
from waterpas.measure.estimates import Found as Compared
from waterpas.measure.estimates import rate_of
from waterpas.results import Count, Figure, People, Unit
from waterpas.tallies.tally import Cell

COUNTED = "counted"  # the figure without a value, where nothing can be said about people
OF_PEOPLE = (
    "group-least",
    "group-most",
    "others-least",
    "others-most",
    "gap-least",
    "gap-most",
)
DUNCAN_DAVIS = "duncan-davis"


def everybody(areas: Sequence[Area]) -> People:
    """All people in the areas that were joined."""
    whole = sum((area.cell for area in areas), Cell(n=Count.exact(0), cases=Count.exact(0)))
    return People(whole.n, whole.cases)


def about_people(found: Found, people: People) -> Iterator[Figure]:
    """The ends of the bounds, each with its interval of chance."""
    yield from _ends("group", found.group, "rate", people)
    yield from _ends("others", found.others, "rate", people)
    yield from _ends("gap", found.gap, "difference", people)


def _ends(name: str, bounds: Bounds, unit: Unit, people: People) -> Iterator[Figure]:
    for end, value, around in (
        ("least", bounds.least, bounds.around_least),
        ("most", bounds.most, bounds.around_most),
    ):
        yield Figure(f"{name}-{end}", unit, value, around, method=DUNCAN_DAVIS, people=(people,))


def about_areas(
    classes: Sequence[Class], compared: Compared, *, rest: People | None, level: float
) -> Iterator[Figure]:
    """The rate of each class of areas, and the difference of the highest with the lowest.

    `rest` are the people in areas of which the percentage is not known: they are in the bounds and
    in no class, so both beside each other tell of them.
    """
    also = tuple(each.people for each in classes) + ((rest,) if rest else ())
    for each in classes:
        rate = rate_of(each.side, level=level)
        yield Figure(
            f"areas-{each.name}",
            "rate",
            rate.value if rate else None,
            (rate.outer or rate.interval) if rate else None,
            method="wilson",
            people=(each.people,),
            also=also,
        )
    difference = compared.difference
    yield Figure(
        "areas-gap",
        "difference",
        difference.value,
        interval_of(compared),
        method=difference.method,
        people=(classes[-1].people, classes[0].people),
        also=also,
    )
