"""Where a figure lies on the level: log scale for ratios, linear for differences in points."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, isfinite, log

from waterpas.explain.numbers import Kind, points, whole
from waterpas.results import Estimate, GroupResult, Interval
from waterpas.texts import Language, mark, translate

EVEN = mark("gelijk")

RATIO_ENDS = (8.0, 64.0, 1000.0)
POINT_ENDS = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
_FRACTIONS = {2: "½", 4: "¼", 8: "⅛"}


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale: where (0 left, 1 right) and what it says."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """From "no difference" in the middle to `end` on the right; the left mirrors it."""

    kind: Kind
    end: float

    def at(self, value: float) -> float:
        """The place of a value: 0 is the left end, 0.5 no difference, 1 the right end.

        Below 0 or above 1 is off the scale; a ratio of 0 lies endlessly far to the left.
        """
        if self.kind == "points":
            return 0.5 + value / self.end / 2
        return 0.5 + log(value) / log(self.end) / 2 if value > 0 else float("-inf")

    def ticks(self, lang: Language) -> tuple[Tick, ...]:
        """The marks of the scale, from left to right, with "gelijk" in the middle."""
        right = [Tick(0.5 + share / 2, self._text(share, lang)) for share in self._shares]
        left = [Tick(0.5 - share / 2, self._text(-share, lang)) for share in self._shares]
        return (*reversed(left), Tick(0.5, translate(EVEN, lang)), *right)

    @property
    def step(self) -> float:
        """What lies between two marks: a factor for ratios, a difference for points."""
        return self._shares[0] * self.end if self.kind == "points" else self.end ** self._shares[0]

    @property
    def _shares(self) -> tuple[float, ...]:
        return (0.5, 1.0) if self.kind == "points" else (1 / 3, 2 / 3, 1.0)

    def _text(self, share: float, lang: Language) -> str:
        if self.kind == "points":
            return points(share * self.end, lang, places=0)
        size = round(exp(abs(share) * log(self.end)))
        if share > 0:
            return f"{whole(size, lang)}×"
        return f"{_FRACTIONS.get(size, f'1/{whole(size, lang)}')}×"


def figure_of(group: GroupResult, kind: Kind) -> Estimate | None:
    """The figure that is drawn for a group: its ratio, or its difference in points."""
    if group.suppressed:
        return None
    return group.ratio if kind == "ratio" else group.difference


def scale_for(groups: Iterable[GroupResult]) -> Scale:
    """One scale for all groups of a picture, so that they can be laid side by side.

    Ratios, unless one of them is not defined while its difference is: then points for all.
    The scale is as short as holds every estimate; an interval may run off its end.
    """
    shown = [group for group in groups if not group.suppressed and not group.is_reference]
    if any(group.ratio is None and group.difference is not None for group in shown):
        return Scale("points", first_end(POINT_ENDS, _sizes(shown)))
    sizes = [abs(log(g.ratio.value)) for g in shown if g.ratio and g.ratio.value > 0]
    return Scale("ratio", first_end(RATIO_ENDS, [exp(size) for size in sizes]))


def _sizes(groups: list[GroupResult]) -> list[float]:
    found = [group.difference for group in groups if group.difference]
    return [abs(each) for one in found for each in (one.value, *_ends(one.interval))]


def _ends(interval: Interval | None) -> tuple[float, ...]:
    ends = (interval.low, interval.high) if interval else ()
    return tuple(end for end in ends if isfinite(end))


def first_end(ends: tuple[float, ...], sizes: list[float]) -> float:
    """The first end that holds all sizes; else the last."""
    largest = max(sizes, default=0.0)
    return next((end for end in ends if largest <= end), ends[-1])
