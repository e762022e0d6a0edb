"""Neighbourhoods taken together in larger areas: by a column that the user chose, never by us.

Which neighbourhoods go together may not hang on their counts: that would tell of the small ones.
So a neighbourhood lies in one larger area, and all of them are taken together or none is.
"""

from collections.abc import Mapping, Sequence

from waterpas.errors import CallError
from waterpas.measure.areas.bounds import Share
from waterpas.measure.areas.joined import EVERYBODY, Area, Beside, Joined
from waterpas.measure.areas.shares import HIDDEN
from waterpas.results import Count
from waterpas.tallies.tally import UNKNOWN, Cell, Tally
from waterpas.texts import mark

NEARLY_KNOWN = 0.1  # a share that lies within so much is known well enough to put areas in order


def in_larger(found: Joined, tally: Tally, *, across: str, larger: str, counted: str) -> Joined:
    """The larger areas, each with the counts of its neighbourhoods and the share of all of them.

    Raises
    ------
    CallError
        If a neighbourhood lies in two larger areas or in none, or its residents are not known.
    """
    of = _larger_of(tally, across=across, larger=larger)
    members: dict[str, list[Area]] = {}
    for area in found.areas:
        members.setdefault(of[area.level], []).append(area)
    areas = tuple(_together(level, some, counted=counted) for level, some in members.items())
    return Joined(areas, found.left_out)


def _larger_of(tally: Tally, *, across: str, larger: str) -> Mapping[str, str]:
    place, at = tally.position(across), tally.position(larger)
    found: dict[str, str] = {}
    for key in tally.without_totals().cells:
        area, level = key[place], key[at]
        if area == UNKNOWN:
            continue
        if level == UNKNOWN or found.setdefault(area, level) != level:
            raise CallError(
                mark(
                    "Gebied '%(area)s' ligt niet in één groter gebied van kolom '%(column)s'. Vul "
                    "bij elk gebied in waar het in ligt."
                ),
                area=area,
                column=larger,
            )
    return found


def _together(level: str, areas: Sequence[Area], *, counted: str) -> Area:
    cell = sum((each.cell for each in areas), Cell(n=Count.exact(0), cases=Count.exact(0)))
    known = [each.beside.residents for each in areas if each.beside.residents is not None]
    residents = sum(known, Count.exact(0)) if len(known) == len(areas) else None
    # Where everybody was counted, the people who were counted are the residents.
    weights = [each.cell.n for each in areas] if counted == EVERYBODY else known
    if len(weights) < len(areas):
        raise CallError(
            mark(
                "Om gebieden samen te nemen, moet bekend zijn hoeveel mensen er wonen. Dat is het "
                "niet overal in '%(area)s'. Kies de kolom waarin staat hoeveel mensen "
                "er wonen (op de opdrachtregel: --residents), en vul haar overal in."
            ),
            area=level,
        )
    shares = [each.beside.share for each in areas]
    return Area(level, cell, Beside(share_together(shares, weights), residents))


def share_together(shares: Sequence[Share], weights: Sequence[Count]) -> Share:
    """The share of some areas together: between what it lies, whatever rounding hides."""
    low = least_mean([each.low for each in shares], weights)
    high = 1 - least_mean([1 - each.high for each in shares], weights)
    if high - low > NEARLY_KNOWN:
        return HIDDEN
    return Share((low + high) / 2, low, high)


def least_mean(values: Sequence[float], weights: Sequence[Count]) -> float:
    """The least that a weighted mean can be, with weights that lie between bounds.

    It is least with all weight on the lowest values and as little as may be on the others.
    """
    ordered = sorted(zip(values, weights, strict=True), key=lambda each: each[0])
    means = []
    for most in range(len(ordered) + 1):
        taken = [w.high if at < most else w.low for at, (_, w) in enumerate(ordered)]
        if sum(taken):
            weighted = sum(v * w for (v, _), w in zip(ordered, taken, strict=True))
            means.append(weighted / sum(taken))
    return min(means, default=0.0)
