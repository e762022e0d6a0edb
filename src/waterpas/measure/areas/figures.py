"""The figures of areas: never one of a single area, and never a count of a group."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from waterpas.measure.areas.chance import Bounds
from waterpas.measure.areas.classes import Class, interval_of
from waterpas.measure.areas.found import Found
from waterpas.measure.estimates import Found as Compared
from waterpas.measure.estimates import rate_of
from waterpas.results import Figure, People, Unit

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


def about_people(found: Found, people: People) -> Iterator[Figure]:
    """The ends of the bounds, each with its interval of chance."""
    for name, bounds in (("group", found.group), ("others", found.others), ("gap", found.gap)):
        unit: Unit = "difference" if name == "gap" else "rate"
        yield from (replace(each, people=(people,)) for each in _ends(name, bounds, unit))


def _ends(name: str, bounds: Bounds, unit: Unit) -> Iterator[Figure]:
    for end, value, around in (
        ("least", bounds.least, bounds.around_least),
        ("most", bounds.most, bounds.around_most),
    ):
        yield Figure(f"{name}-{end}", unit, value, around, method=DUNCAN_DAVIS)


def about_areas(classes: Sequence[Class], compared: Compared, *, level: float) -> Iterator[Figure]:
    """The rate of each class of areas, and the difference of the highest with the lowest."""
    for each in classes:
        rate = rate_of(each.side, level=level)
        yield Figure(
            f"areas-{each.name}",
            "rate",
            rate.value if rate else None,
            (rate.outer or rate.interval) if rate else None,
            method="wilson",
            people=(each.people,),
        )
    difference = compared.difference
    yield Figure(
        "areas-gap",
        "difference",
        difference.value,
        interval_of(compared),
        method=difference.method,
        people=(classes[-1].people, classes[0].people),
    )
