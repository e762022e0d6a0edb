"""What was found about people, and about areas: bounds, or why there are none."""

from collections.abc import Sequence
from dataclasses import dataclass

from waterpas.measure.areas.bounds import Place, least, most, of_others
from waterpas.measure.areas.chance import Bounds, Sides, bounds_of_gap, bounds_of_rate
from waterpas.measure.areas.joined import EVERYBODY, Area
from waterpas.results import Certainty

FEWEST_PEOPLE = 10
NEARLY_ALL = 0.8  # so many of the residents must be counted where somebody says all of them are
NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Found:
    """The bounds of the group, of everybody else, and of the difference."""

    group: Bounds
    others: Bounds
    gap: Bounds


def sides_of(places: Sequence[Place]) -> Sides:
    """The group and everybody else, at both ends."""
    others = of_others(places)
    return Sides(least(places), most(places), least(others), most(others))


def found_of(sides: Sides, *, level: float) -> Found:
    """The bounds, with intervals at this level."""
    return Found(
        bounds_of_rate(sides.group_least, sides.group_most, level=level),
        bounds_of_rate(sides.others_least, sides.others_most, level=level),
        bounds_of_gap(sides, level=level),
    )


def why_not(areas: Sequence[Area], sides: Sides, *, counted: str) -> str | None:
    """Why nothing can be said about people; None: the bounds say something."""
    if counted == EVERYBODY and _counted_too_few(areas):
        return "cannot-not-everybody"
    if max(sides.group_most.people, sides.group_least.people) < FEWEST_PEOPLE:
        return "cannot-nobody"
    if max(sides.others_most.people, sides.others_least.people) < FEWEST_PEOPLE:
        return "cannot-everybody"
    if _anything(sides):
        return "cannot-bounds" if counted == EVERYBODY else "cannot-some"
    return None


def _counted_too_few(areas: Sequence[Area]) -> bool:
    """Whether many more people live there than were counted, or many fewer."""
    known = [area for area in areas if area.beside.residents is not None]
    living = [area.beside.residents for area in known if area.beside.residents]
    highest, lowest = (sum(each.high for each in living), sum(each.low for each in living))
    counted = sum(area.cell.n.high for area in known)
    fewest = sum(area.cell.n.low for area in known)
    return bool(known) and (counted < NEARLY_ALL * lowest or fewest * NEARLY_ALL > highest)


def _anything(sides: Sides) -> bool:
    """Whether the group may have had it never, and always."""
    if sides.empty:
        return True
    return sides.group_least.rate <= NOTHING and sides.group_most.rate >= 1 - NOTHING


def code_of(found: Found) -> tuple[str, Certainty]:
    """What the bounds say of the difference. `found` is at 95%."""
    gap = found.gap
    if gap.whole.low > 0 or gap.whole.high < 0:
        return ("more" if gap.whole.low > 0 else "less"), Certainty.DIFFERENCE
    if gap.least > 0 or gap.most < 0:
        return ("perhaps-more" if gap.least > 0 else "perhaps-less"), Certainty.INDICATION
    return "not-told", Certainty.NOT_SHOWN
