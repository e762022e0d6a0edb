"""Areas in classes: those with the lowest percentages, those in between, and the highest."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from waterpas.measure.against import Against
from waterpas.measure.areas.joined import Area
from waterpas.measure.certainty import worded
from waterpas.measure.estimates import Found, compare
from waterpas.measure.pairs_of_counts import Side, side_of
from waterpas.results import Certainty, Interval, People
from waterpas.tallies.tally import Cell

FEWEST_AREAS, FEWEST_PEOPLE = 3, 10
NAMES = {3: ("low", "middle", "high"), 2: ("low", "high")}


@dataclass(frozen=True, slots=True)
class Class:
    """Some areas together: all their counts, and the lowest and highest percentage in it."""

    name: str
    cell: Cell
    areas: int
    lowest: float
    highest: float

    @property
    def side(self) -> Side:
        """Its counts, ready for a comparison."""
        return side_of(self.cell)

    @property
    def people(self) -> People:
        """Its counts, as disclosure control goes by them."""
        return People(self.cell.n, self.cell.cases)


def classes_of(areas: Sequence[Area]) -> tuple[Class, ...]:
    """Three classes with about as many people in each, or two; none where they get too small.

    Areas with the same percentage stay together. Two classes are as alike in size as can be.
    Each class has three areas or more, and at least ten people with the outcome and ten without
    it: so it tells of no single area.
    """
    known = _in_order(areas)
    for number, parts in ((3, _three_parts(known)), (2, _two_parts(known))):
        if len(parts) == number:
            made = tuple(_class(*each) for each in zip(NAMES[number], parts, strict=True))
            if all(map(_large_enough, made)):
                return made
    return ()


def why_none(areas: Sequence[Area]) -> str:
    """Why areas, none of them small, cannot be put in classes, as the code of an answer."""
    known = _in_order(areas)
    if known and len(areas) < 2 * FEWEST_AREAS:
        return "areas-cannot"
    if len(known) < 2 * FEWEST_AREAS:
        return "areas-cannot-secret"
    shares = [area.beside.share.value for area in known]
    most_alike = max(map(shares.count, shares))
    return "areas-cannot-alike" if 2 * most_alike > len(shares) else "areas-cannot"


def _in_order(areas: Sequence[Area]) -> list[Area]:
    """The areas of which the percentage is known, the lowest first."""
    return sorted(
        (area for area in areas if area.beside.share.value is not None),
        key=lambda area: area.beside.share.value or 0.0,
    )


def _three_parts(areas: Sequence[Area]) -> list[list[Area]]:
    """The areas in order, in three parts, each up to the area that fills a third of the people.

    Fewer parts where the areas that would come next have the same percentage.
    """
    everybody = sum(area.cell.n.value or 0 for area in areas)
    parts: list[list[Area]] = [[]]
    counted, before = 0, None
    for area in areas:
        share = area.beside.share.value
        full = counted * 3 >= everybody * len(parts)
        if parts[-1] and full and share != before and len(parts) < 3:
            parts.append([])
        parts[-1].append(area)
        counted, before = counted + (area.cell.n.value or 0), share
    return parts


def _two_parts(areas: Sequence[Area]) -> list[list[Area]]:
    """The areas in order, in two parts of three or more that are as alike in people as can be."""
    people = [area.cell.n.value or 0 for area in areas]
    shares = [area.beside.share.value for area in areas]
    cuts = [
        at
        for at in range(FEWEST_AREAS, len(areas) - FEWEST_AREAS + 1)
        if shares[at - 1] != shares[at]
    ]
    if not cuts:
        return []
    best = min(cuts, key=lambda at: abs(sum(people[:at]) - sum(people[at:])))
    return [list(areas[:best]), list(areas[best:])]


def _class(name: str, areas: Sequence[Area]) -> Class:
    shares = [area.beside.share.value or 0.0 for area in areas]
    cell = reduce(add, (area.cell for area in areas))
    return Class(name, cell, len(areas), min(shares), max(shares))


def _large_enough(each: Class) -> bool:
    n, cases = each.cell.n.value, each.cell.cases.value if each.cell.cases else None
    if n is None or cases is None or each.areas < FEWEST_AREAS:
        return False
    return min(cases, n - cases) >= FEWEST_PEOPLE


def between(classes: Sequence[Class], *, level: float) -> Found:
    """How the areas with the highest percentages differ from those with the lowest."""
    return compare(classes[-1].side, Against(classes[0].side), level=level)


def interval_of(found: Found) -> Interval | None:
    """The interval of the difference; where counts were rounded, that which allows for it."""
    return found.difference.outer or found.difference.interval


def certainty_of(found: Found) -> Certainty:
    """Which wording holds: one pair is compared, so its p stands as it is."""
    interval = interval_of(found)
    return worded(apart=interval is not None and not interval.holds(0.0), p=found.p)
