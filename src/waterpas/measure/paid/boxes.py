"""Between what a mean and its spread lie when each count of people lies between two numbers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

Ends = tuple[float, float]
STEPS = 8  # stretches of the mean: with more the bounds hardly get tighter
NEARLY_NONE = 1e-150  # instead of 0, to divide by


@dataclass(frozen=True, slots=True)
class Box:
    """The amounts of some people, and between what the number of people at each lies.

    Two people at least, whatever the numbers are.
    """

    amount: Floats
    low: Floats
    high: Floats

    @property
    def fewest(self) -> float:
        """The least people there can be."""
        return float(self.low.sum())

    @property
    def sizes(self) -> Floats:
        """All numbers of people there can be."""
        import numpy as np

        return np.arange(self.low.sum(), self.high.sum() + 1)

    def mean(self) -> Ends:
        """The lowest and the highest mean of all tables that fit. Exact.

        In the table with the lowest, there is an amount below which each count is as large as can
        be, and above which each is as small: so these are all that have to be tried.
        """
        (n, low), (m, high) = self._path(self.amount), self._path(-self.amount)
        return float((low / n).min()), float(-(high / m).min())

    def _path(self, parts: Floats) -> tuple[Floats, Floats]:
        """People, and the sum of `parts` over them, as more are let in: the lowest parts first."""
        import numpy as np

        order = np.argsort(parts, kind="stable")
        more = (self.high - self.low)[order]
        people = self.low.sum() + np.concatenate([[0.0], np.cumsum(more)])
        return people, self.low @ parts + np.concatenate([[0.0], np.cumsum(more * parts[order])])

    def least(self, parts: Floats) -> Floats:
        """For each number of people the least sum of `parts` over them. Exact."""
        import numpy as np

        found: Floats = np.interp(self.sizes, *self._path(parts))
        return found

    def most(self, parts: Floats) -> Floats:
        """The same, the most."""
        return -self.least(-parts)


@dataclass(frozen=True, slots=True)
class Spread:
    """At most this variance has a mean, and at least so many degrees of freedom, in all tables."""

    variance: float
    freedom: float


def spread_of(box: Box, mean: Ends) -> Spread:
    """Bounds on the spread of a mean that lies between two ends.

    Of so many people the squares around the mean are at most the most that those around any other
    number can be. And the degrees of freedom (see `pulls.estimated`) are three times the square of
    the squares, by the fourth powers: the least there can be, with the mean in each of `STEPS`
    small stretches.
    """
    import numpy as np

    centres, n = np.linspace(*mean, STEPS + 1), box.sizes
    squares = np.min([box.most((box.amount - each) ** 2) for each in centres], axis=0)
    pulled = min(_pulled(box, low, high) for low, high in pairwise(centres))
    variance = float((squares / (n * (n - 1))).max())
    return Spread(max(variance, 0.0), min(pulled, box.fewest - 1))


def _pulled(box: Box, low: float, high: float) -> float:
    """The fewest degrees of freedom of tables whose mean lies between two ends.

    With a given sum of squares, the fourth powers are most with those let in first that add most
    to them for their square. Between two of these tables the least is where its slope is nothing.
    """
    import numpy as np

    amount = box.amount
    far = np.maximum(np.abs(amount - low), np.abs(amount - high)) ** 4
    near = np.maximum(np.maximum(low - amount, amount - high), 0.0) ** 2
    slope = np.maximum(far / np.maximum(near, NEARLY_NONE), NEARLY_NONE)
    order = np.argsort(-slope, kind="stable")
    more, slope = (box.high - box.low)[order], slope[order]
    squares, fourth = (
        box.low @ each + np.concatenate([[0.0], np.cumsum(more * each[order])])
        for each in (near, far)
    )
    start = squares[:-1]
    flat = np.clip(2 * (start - fourth[:-1] / slope), start, squares[1:])
    every = np.concatenate([squares, flat])
    powers = np.concatenate([fourth, fourth[:-1] + slope * (flat - start)])
    found = 3 * every[powers > 0] ** 2 / powers[powers > 0]
    return float(found.min(initial=np.inf))
