"""Amounts that were rounded each on their own, made to agree: a difference is that of its parts.

Only from what leaves anyhow: what is made here can be worked out from it, so it tells nothing more.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from waterpas.results import Figure, Interval

Rounded = Mapping[str, Figure]  # the figures of one group by name, with a value only
MEAN, OTHER, GAP, GOES, REMAINS = "mean", "reference-mean", "gap", "goes-with", "remains"


def agreeing(figures: Sequence[Figure]) -> Iterator[tuple[Figure, float | None]]:
    """Each rounded amount with its value; None where it would contradict the others.

    Of a group: its mean is the other mean and the difference, and what goes together with the
    scale is the difference less what remains. Without a difference no two means: beside each other
    they would be one.
    """
    for figure in figures:
        group = {
            each.name: each
            for each in figures
            if each.of == figure.of and each.value is not None and each.unit == "amount"
        }
        yield figure, _value(figure, group)


def _value(figure: Figure, group: Rounded) -> float | None:
    if figure.name not in group:
        return figure.value
    if figure.name == OTHER or (figure.name == MEAN and OTHER in group):
        if not {MEAN, OTHER, GAP} <= group.keys():
            return None
        return figure.value if figure.name == OTHER else _sum(group[OTHER], group[GAP])
    if figure.name == GOES and {GAP, REMAINS} <= group.keys():
        return _sum(group[GAP], group[REMAINS], -1) or None
    return figure.value


def _sum(one: Figure, other: Figure, sign: int = 1) -> float:
    return round((one.value or 0.0) + sign * (other.value or 0.0), 6)


def around(figure: Figure, value: float, step: float) -> Figure:
    """The figure with this value, and its interval so wide that the value is not at an end."""
    between = figure.interval
    if between is not None:
        low = between.low if between.low < value else value - step
        high = between.high if between.high > value else value + step
        between = Interval(low, high, between.level)
    return replace(figure, value=value, interval=between)
