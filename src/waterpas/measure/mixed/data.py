"""The counts a random-intercept model is fitted to, checked and sorted by group."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

# A linear predictor beyond this is a chance under 1 in 3 million: the model runs to infinity.
BEYOND = 15.0


@dataclass(frozen=True, slots=True)
class NotFitted:
    """Why there is no model. `code`: the reason; `columns`: places of the columns it is about.

    "no-people": nobody; "one-group": fewer than two groups; "one-person-each": no group has two
    people, so that nothing is known of a spread; "all-alike": everybody has the outcome, or nobody;
    "collinear": a column follows from the others; "separated": a column tells exactly who has the
    outcome, so that its coefficient is without end; "endless-spread": in some groups (nearly)
    everybody has the outcome and in the others (nearly) nobody; "not-converged".
    """

    code: str
    columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Cells sorted by group: design (cells x columns), cases, totals; and where groups start."""

    design: "Numbers"
    cases: "Numbers"
    totals: "Numbers"
    starts: "Numbers"  # the place of the first cell of each group
    place: "Numbers"  # per cell: the number of its group, from 0
    constant: float  # the part of the log likelihood without parameters

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(self.starts)

    def per_group(self, values: "Numbers") -> "Numbers":
        """Sums over the cells of each group (over the first axis)."""
        import numpy as np

        summed: Numbers = np.add.reduceat(values, self.starts, axis=0)
        return summed


def counts_of(
    design: Sequence[Sequence[float]],
    cases: Sequence[float],
    totals: Sequence[float],
    groups: Sequence[object],
) -> tuple[Counts, tuple[object, ...]] | NotFitted:
    """The counts as arrays, cells without people left out, and the groups in the order used."""
    import numpy as np

    x = np.asarray(design, dtype=float)
    y, n = np.asarray(cases, dtype=float), np.asarray(totals, dtype=float)
    keep = n > 0
    names = [group for group, kept in zip(groups, keep, strict=True) if kept]
    order = tuple(dict.fromkeys(names))
    places = {name: at for at, name in enumerate(order)}
    place = np.array([places[name] for name in names], dtype=int)
    x, y, n = x[keep], y[keep], n[keep]
    refused = _refused(x, y, n, place)
    if refused:
        return refused
    sort = np.argsort(place, kind="stable")
    x, y, n, place = x[sort], y[sort], n[sort], place[sort]
    starts = np.flatnonzero(np.diff(place, prepend=-1))
    return Counts(x, y, n, starts, place, _constant(y, n)), order


def _refused(x: "Numbers", y: "Numbers", n: "Numbers", place: "Numbers") -> NotFitted | None:
    import numpy as np

    if not len(n):
        return NotFitted("no-people")
    people = np.bincount(place, weights=n)
    if len(people) < 2:
        return NotFitted("one-group")
    if people.max() < 2:
        return NotFitted("one-person-each")
    if y.sum() in {0, n.sum()}:
        return NotFitted("all-alike")
    ranks = [int(np.linalg.matrix_rank(x[:, : k + 1])) for k in range(x.shape[1])]
    extra = tuple(k for k, rank in enumerate(ranks) if rank <= (ranks[k - 1] if k else 0))
    return NotFitted("collinear", extra) if extra else None


def _constant(y: "Numbers", n: "Numbers") -> float:
    """The logarithms of the binomial coefficients, as R adds them."""
    from math import lgamma

    pairs = zip(y.tolist(), n.tolist(), strict=True)
    return sum(lgamma(b + 1) - lgamma(a + 1) - lgamma(b - a + 1) for a, b in pairs)
