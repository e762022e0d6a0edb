"""Whether a table has an area so small that nothing of it may be shown."""

from collections.abc import Sequence

from waterpas.measure.areas.joined import Area

FEWEST = 10  # people with the outcome, and people without it, in every area


def any_small(areas: Sequence[Area]) -> bool:
    """Whether some area has fewer than ten people with or without the outcome.

    Then no figure is given, whatever it would be. That figures are shown may not hang on what they
    would tell: it would tell by itself. Counts that were rounded or hidden are at their low end.
    """
    return not areas or how_many_small(areas) > 0


def how_many_small(areas: Sequence[Area]) -> int:
    """How many areas are in the way; never which, or by how much."""
    return sum(_small(area) for area in areas)


def _small(area: Area) -> bool:
    return min(area.cases.low, area.cell.n.low - area.cases.high) < FEWEST
