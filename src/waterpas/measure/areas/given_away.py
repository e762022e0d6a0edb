"""Of which areas together the figures tell, laid over each other: those parts may not be small."""

from collections.abc import Hashable, Iterable, Sequence

from waterpas.measure.areas.bounds import Place
from waterpas.measure.areas.classes import Class
from waterpas.measure.areas.joined import Area, together
from waterpas.results import People

# A table with a small area leaves in whole percents. With so many people a percent is 100 of them:
# far more than could be told of a small area.
SO_MANY = 10_000

Kept = tuple[People, ...]


def told_by_bounds(
    areas: Sequence[Area], places: Sequence[Place], *, people: Iterable[float]
) -> Kept:
    """The parts of which the bounds tell; none where rates are of so many that they tell of nobody.

    Of an area with more cases than people of the group only the latter are in a bound, and how
    many those are is public. So bounds beside each other tell how many cases there are in all
    areas that are on the same side. `people` are those of whom the rates are taken.
    """
    if min(people) >= SO_MANY:
        return ()
    return _parts(zip(areas, map(_side, places), strict=True))


def told_by_classes(
    areas: Sequence[Area], places: Sequence[Place], classes: Sequence[Class]
) -> Kept:
    """The parts of which classes of areas tell, beside the bounds; those without a share too."""
    every = tuple(each.people for each in classes)
    if min(each.n.value or 0 for each in every) >= SO_MANY:
        return every
    named = [
        (_class_of(area, classes), _side(place)) for area, place in zip(areas, places, strict=True)
    ]
    return (
        every
        + _parts(zip(areas, named, strict=True))
        + _parts((area, name) for area, (name, _) in zip(areas, named, strict=True))
    )


def _parts(named: Iterable[tuple[Area, Hashable]]) -> Kept:
    found: dict[Hashable, list[Area]] = {}
    for area, name in named:
        found.setdefault(name, []).append(area)
    return tuple(map(together, found.values()))


def _side(place: Place) -> tuple[int, int]:
    """Where the cases lie beside the people of the group, and of everybody else."""
    return _place_of(place), _place_of(place.of_others)


def _place_of(place: Place) -> int:
    low, high = place.group(place.n.high)
    return (place.cases.high > low) + (place.cases.high > high)


def _class_of(area: Area, classes: Sequence[Class]) -> str:
    share = area.beside.share.value
    if share is None:
        return ""
    return next(each.name for each in classes if share <= each.highest)
