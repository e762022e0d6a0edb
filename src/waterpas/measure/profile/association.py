"""How much one column tells about another: Cramer's V, its interval and its test."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import erfc, exp, lgamma, log, pi, sqrt
from typing import TYPE_CHECKING, Any

from waterpas.measure.normal import check_level
from waterpas.measure.roots import find_root
from waterpas.results import Interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

_NODES = 48
_FAR = 9.0  # standard deviations beyond which a normal density is nothing


@dataclass(frozen=True, slots=True)
class Association:
    """How strongly two columns go together.

    `raw` is Cramer's V as it comes out, `value` the same without its upward bias (Bergsma 2013):
    both 0 (nothing) to 1 (one column gives the other away). `p` is that of the chi-squared test.
    `sparse`: the counts are too small for the interval and the test (Cochran's rule).
    """

    raw: float
    value: float
    interval: Interval
    p: float
    sparse: bool


def association(table: Sequence[Sequence[float]], *, level: float = 0.95) -> Association | None:
    """Cramer's V of a table of counts, with its interval.

    Answers: "how much does one column tell about the other?" It does not say which level tells
    it, and not that anybody uses it so.

    Parameters
    ----------
    table : sequence of sequences
        People per row and column. Rows and columns without people do not count.
    level : float, default 0.95

    Returns
    -------
    Association or None
        None where fewer than two rows or two columns hold people.

    Notes
    -----
    n V^2 (min(r, c) - 1) is taken as the sum of the square of a normal value, with as its variance
    that of the delta method (Bishop, Fienberg and Holland 1975, 11.3), and a chi-squared value
    with one degree of freedom less. Without spread beyond chance this is the noncentral
    chi-squared interval (Smithson 2003). The table is people drawn, not margins that were set.

    References
    ----------
    Bergsma W (2013). A bias-correction for Cramer's V and Tschuprow's T. Journal of the Korean
    Statistical Society 42:323-328.
    Smithson M (2003). Confidence intervals. Sage, chapter 4.
    """
    check_level(level)
    import numpy as np

    counts = np.asarray(table, dtype=float)
    counts = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    if min(counts.shape, default=0) < 2:
        return None
    n, freedom = float(counts.sum()), (counts.shape[0] - 1) * (counts.shape[1] - 1)
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / n
    chi = float(((counts - expected) ** 2 / expected).sum())
    most = min(counts.shape) - 1
    lowest, highest = _noncentral(chi, freedom, spread=_spread(counts, chi), level=level)
    return Association(
        raw=min(sqrt(chi / n / most), 1.0),
        value=_unbiased(chi, n, counts.shape),
        interval=Interval(_as_v(lowest, n, most), _as_v(highest, n, most), level),
        p=upper_tail(chi, freedom),
        sparse=bool((expected < 1).any() or (expected < 5).mean() > 0.2),
    )


def _as_v(noncentral: float, n: float, most: int) -> float:
    return min(sqrt(noncentral / n / most), 1.0)


def _unbiased(chi: float, n: float, shape: tuple[int, ...]) -> float:
    rows, columns = shape
    square = max(chi / n - (rows - 1) * (columns - 1) / (n - 1), 0.0)
    left = min(rows - (rows - 1) ** 2 / (n - 1), columns - (columns - 1) ** 2 / (n - 1)) - 1
    return min(sqrt(square / left), 1.0) if left > 0 else 0.0


def _spread(counts: "Floats", chi: float) -> float:
    """The variance of the part that the association moves, against what chance alone gives it."""
    import numpy as np

    shares = counts / counts.sum()
    rows, columns = shares.sum(axis=1, keepdims=True), shares.sum(axis=0, keepdims=True)
    ratio = shares / (rows * columns)
    slope = 2 * ratio - (shares * ratio).sum(axis=1, keepdims=True) / rows
    slope = slope - (shares * ratio).sum(axis=0, keepdims=True) / columns
    variance = float((shares * slope**2).sum() - (shares * slope).sum() ** 2)
    square = chi / float(counts.sum())
    freedom = (counts.shape[0] - 1) * (counts.shape[1] - 1)
    if square <= 0 or chi <= freedom:
        return 1.0
    trust = (chi - freedom) / chi  # near nothing the delta method says nothing
    return float(np.clip(1 + trust * (variance / (4 * square) - 1), 1e-6, 1e6))


def _noncentral(chi: float, freedom: int, *, spread: float, level: float) -> tuple[float, float]:
    """The lowest and highest noncentrality that do not reject the chi-squared found."""
    tail = (1 - level) / 2
    middle = max(chi, freedom * (1 - 2 / (9 * freedom)) ** 3)  # never below the middle of nothing
    far = sqrt(middle) + 10 * sqrt(spread) + 10

    def above(root: float) -> float:
        return tail - lower_tail(middle, root, freedom, spread)

    def below(root: float) -> float:
        return (1 - tail) - lower_tail(chi, root, freedom, spread)

    highest = find_root(above, inside=0.0, outside=far)
    lowest = 0.0 if below(0.0) >= 0 else find_root(below, inside=0.0, outside=far)
    return lowest**2, highest**2


def lower_tail(value: float, root: float, freedom: int, spread: float) -> float:
    """How likely (root + normal)^2 + chi-squared(freedom - 1) stays at or below a value."""
    end, width = sqrt(max(value, 0.0)), sqrt(spread)
    if freedom == 1:
        return _normal((end - root) / width) - _normal((-end - root) / width)
    import numpy as np

    low, high = max(-end, root - _FAR * width), min(end, root + _FAR * width)
    if low >= high:
        return 0.0 if root > end else 1.0
    start, stop = np.arcsin(np.clip(low / end, -1, 1)), np.arcsin(np.clip(high / end, -1, 1))
    nodes, weights = _gauss()
    angles = (stop - start) / 2 * nodes + (stop + start) / 2
    moved, left = end * np.sin(angles), value * np.cos(angles) ** 2
    density = np.exp(-((moved - root) ** 2) / (2 * spread)) / (width * sqrt(2 * pi))
    inner = 1 - _upper_tails(left, freedom - 1)
    return float((weights * density * inner * end * np.cos(angles)).sum() * (stop - start) / 2)


@cache
def _gauss() -> tuple["Floats", "Floats"]:
    import numpy as np

    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    return nodes, weights


def _upper_tails(values: "Floats", freedom: int) -> "Floats":
    """`upper_tail` of many values at once."""
    import numpy as np

    half = np.maximum(values / 2, 1e-300)
    first = freedom % 2
    total = np.array([erfc(each) for each in np.sqrt(half)]) if first else np.zeros_like(half)
    for place in range(freedom // 2):
        shift = place + first / 2
        total += np.exp(-half + shift * np.log(half) - lgamma(shift + 1))
    least: Floats = np.minimum(total, 1.0)
    return least


def _normal(value: float) -> float:
    return erfc(-value / sqrt(2)) / 2


def upper_tail(value: float, freedom: int) -> float:
    """How likely a chi-squared value with whole degrees of freedom lies above this one."""
    half = value / 2
    if half <= 0:
        return 1.0
    first = freedom % 2
    total = erfc(sqrt(half)) if first else 0.0
    shifts = [place + first / 2 for place in range(freedom // 2)]
    total += sum(exp(-half + shift * log(half) - lgamma(shift + 1)) for shift in shifts)
    return min(total, 1.0)
