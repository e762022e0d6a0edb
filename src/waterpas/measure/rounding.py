"""What rounding and hiding counts does to an interval: the outer interval."""

from functools import cache
from itertools import product
from typing import Protocol

from waterpas.errors import CallError, CountError
from waterpas.measure.corners import beyond_corners, corners_of
from waterpas.measure.differences import (
    mee_interval,
    miettinen_nurminen_interval,
    newcombe_interval,
)
from waterpas.measure.proportions import wilson_interval
from waterpas.measure.ratios import koopman_interval, score_ratio_interval
from waterpas.results import Count, Interval
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

# Their ends only rise, or only fall, as one count grows: the corners tell all.
STEADY: frozenset[object] = frozenset(
    {
        newcombe_interval,
        miettinen_nurminen_interval,
        mee_interval,
        score_ratio_interval,
        koopman_interval,
    }
)


class Limits(Protocol):
    """An interval of two groups, such as `newcombe_interval` or `katz_interval`."""

    def __call__(
        self,
        *,
        group_cases: float,
        group_total: float,
        reference_cases: float,
        reference_total: float,
    ) -> Interval | None:
        """The interval at these counts; None where the method gives none."""


def is_exact(tally: Tally) -> bool:
    """Whether every count is known to the person."""
    cells = tally.cells.values()
    return tally.rounded_to in {None, 1} and all(
        cell.n.is_exact and (cell.cases is None or cell.cases.is_exact) for cell in cells
    )


def rounded(count: int, *, to: int) -> Count:
    """Between which counts a rounded count lies.

    Parameters
    ----------
    count : int
        The count as printed. Unit: persons. At least 0.
    to : int
        What it was rounded to: 10 makes it at most 5 more or less, 5 at most 2, 1 exact.

    Returns
    -------
    Count
        From ``count`` minus half of ``to`` (never below 0) to ``count`` plus half of ``to``.
        Halves may have gone up or down: both ends belong to it.

    Raises
    ------
    CountError
        If ``count`` is below 0.
    CallError
        If ``to`` is below 1.

    Examples
    --------
    >>> rounded(1050, to=10)
    Count(value=1050, low=1045, high=1055)
    """
    if count < 0:
        message = mark("Een aantal mensen kan niet kleiner dan 0 zijn; opgegeven is %(count)s.")
        raise CountError(message, count=count)
    if to < 1:
        message = mark("Aantallen zijn afgerond op 1 of meer; opgegeven is %(to)s.")
        raise CallError(message, to=to)
    return Count(count, max(0, count - to // 2), count + to // 2)


def hidden(below: int = 10) -> Count:
    """Between which counts a hidden count lies: from 0 to just below the threshold.

    Raises
    ------
    CallError
        If ``below`` is below 1.

    Examples
    --------
    >>> hidden(below=10)
    Count(value=None, low=0, high=9)
    """
    if below < 1:
        message = mark("De grens voor verborgen aantallen is 1 of meer; opgegeven is %(below)s.")
        raise CallError(message, below=below)
    return Count(None, 0, below - 1)


def outer_interval(
    limits: Limits,
    *,
    group_cases: Count,
    group_total: Count,
    reference_cases: Count,
    reference_total: Count,
) -> Interval | None:
    """Interval of two groups whose counts were rounded or hidden.

    Answers: "between which values does it lie, whatever the true counts were?"
    It adds the doubt of rounding to the doubt of chance. It does not say which counts are
    likely: it allows for the worst ones together, so it is wider than strictly needed.

    Parameters
    ----------
    limits : callable
        An interval of two groups, such as `newcombe_interval` or `katz_interval`; for another
        level than 95% as ``functools.partial(newcombe_interval, level=0.99)``.
    group_cases, group_total, reference_cases, reference_total : Count
        Between what each count lies. Cases are never more than people: pairs that break this
        are left out.

    Returns
    -------
    Interval or None
        The lowest lower end and the highest upper end over all pairs of counts, in the unit of
        ``limits``. None when one of them gives no interval. A group that may be empty tells
        nothing: the whole of [-1, 1] for a difference, None for a ratio.

    Raises
    ------
    CountError
        If a group has more cases than people whatever the true counts were.

    Notes
    -----
    Not every pair is tried. The ends of the intervals in `STEADY` rise or fall steadily with each
    count, so the corners of what is possible are enough: for Newcombe's it follows from Wilson's,
    for the score intervals it was tried in every table up to 24 by 24 people. Katz's are not so:
    with everybody a case in one group the formula is surest, and its end lies further out at one
    case less. So for Katz, and for any other interval, the search goes on from every corner to
    better neighbours in the same group, until there are none. ``test_rounding.py`` compares it
    with trying every value, and ``test_corners.py`` says where corners are enough.

    Examples
    --------
    Selected for a home visit, rounded to 10: 20 of 150 against 30 of 480.

    >>> outer = outer_interval(
    ...     newcombe_interval,
    ...     group_cases=rounded(20, to=10), group_total=rounded(150, to=10),
    ...     reference_cases=rounded(30, to=10), reference_total=rounded(480, to=10),
    ... )
    >>> round(outer.low, 3), round(outer.high, 3)
    (-0.023, 0.192)
    """
    sides = [(group_cases, group_total), (reference_cases, reference_total)]
    if any(_may_be_empty(*side) for side in sides):
        return _knowing_nothing(limits)

    @cache
    def at(group: tuple[int, int], reference: tuple[int, int]) -> Interval | None:
        return limits(
            group_cases=group[0],
            group_total=group[1],
            reference_cases=reference[0],
            reference_total=reference[1],
        )

    corners = [corners_of(*side) for side in sides]
    found = [at(*pairs) for pairs in product(*corners)]
    if None in found or getattr(limits, "func", limits) in STEADY:
        return _around(found)
    return _around([*found, beyond_corners(at, corners, sides)])


def outer_rate_interval(*, cases: Count, total: Count, level: float = 0.95) -> Interval:
    """Interval of one rate whose counts were rounded or hidden.

    Answers: "between which values does it lie, whatever the true counts were?"
    As `outer_interval`, for Wilson's interval of one rate. The corners are enough: both ends
    rise with the cases and fall with the total.

    Parameters
    ----------
    cases, total : Count
        Between what each count lies.
    level : float, default 0.95
        Confidence level, strictly between 0 and 1.

    Returns
    -------
    Interval
        Proportions; the whole of [0, 1] when there may be nobody in the group.

    Raises
    ------
    CountError
        If there are more cases than people whatever the true counts were.
    CallError
        If ``level`` does not lie strictly between 0 and 1.

    Examples
    --------
    >>> outer = outer_rate_interval(cases=rounded(20, to=10), total=rounded(150, to=10))
    >>> round(outer.low, 3), round(outer.high, 3)
    (0.06, 0.242)
    """
    if _may_be_empty(cases, total):
        return Interval(0.0, 1.0, level)
    found = [wilson_interval(x, n, level=level) for x, n in corners_of(cases, total)]
    return Interval(min(i.low for i in found), max(i.high for i in found), level)


def _may_be_empty(cases: Count, total: Count) -> bool:
    if cases.low > total.high:
        message = mark(
            "Het aantal (minstens %(cases)s) is groter dan het totaal (hoogstens %(total)s)."
            " Kijk na of aantal en totaal verwisseld zijn."
        )
        raise CountError(message, cases=cases.low, total=total.high)
    return max(cases.low, total.low) == 0


def _knowing_nothing(limits: Limits) -> Interval | None:
    """A difference has an interval when nobody is a case, a ratio has none: so we know which."""
    without_cases = limits(group_cases=0, group_total=1, reference_cases=0, reference_total=1)
    return Interval(-1.0, 1.0, without_cases.level) if without_cases else None


def _around(found: list[Interval | None]) -> Interval | None:
    """From the lowest to the highest end; None when one of them is none."""
    known = [interval for interval in found if interval]
    if len(known) < len(found):
        return None
    low, high = min(i.low for i in known), max(i.high for i in known)
    return Interval(low, high, known[0].level)
