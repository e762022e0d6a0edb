"""Intervals of the model from redrawing: tables that chance could have given, fitted at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from waterpas.measure.like_with_like.logistic import CLOSE, MOST_STEPS, chances
from waterpas.measure.like_with_like.modelled import Columns, Modelled, design_of, modelled
from waterpas.measure.like_with_like.strata import Strata
from waterpas.measure.normal import chance_below, critical_value, quantile
from waterpas.results import Interval

if TYPE_CHECKING:
    from waterpas.measure.like_with_like.logistic import Floats

NOBODY = 1e-9  # a rate below this is none
ENDLESS = 1e6  # a ratio above this is of a reference in which nobody had the outcome
SAME = 1e-9  # two rates or ratios that differ less are the same, but for rounding
FLAT = 1e-12  # added to the information, so that it is never singular where coefficients run away
MOST_CELLS = 2_000_000  # that are drawn and fitted together
MOST_HALVED = 20  # a step of Newton is halved no more often


def redrawn(
    strata: Strata, columns: Columns, *, draws: int, seed: int, level: float = 0.95
) -> Modelled:
    """The same as `modelled`, with intervals from drawing the table again and again.

    Answers: "how much do difference and ratio move, if chance had its way again?" Tables are drawn
    as the model says that they could have been. It says nothing of a model that does not fit.

    Parameters
    ----------
    strata, columns, level
        As in `modelled`.
    draws : int
        How many times; a thousand or more.
    seed : int
        The same seed gives the same intervals, also with a later NumPy.

    Returns
    -------
    Modelled
        Intervals are percentiles, corrected for bias. That of the ratio is None where in too many
        draws nobody of the reference had the outcome.

    References
    ----------
    Efron B, Tibshirani RJ (1993). An introduction to the bootstrap. Chapman and Hall, ch. 14.
    """
    import numpy as np

    found = modelled(strata, columns, level=level)
    design, _ = design_of(columns)
    coefficients = np.concatenate(
        [
            _climbed(tables, np.tile(found.fit.coefficients, (len(tables.cases), 1)))
            for tables in _drawn(design, strata, found.fit.coefficients, draws=draws, seed=seed)
        ]
    )
    group, reference = _rates(strata, design, coefficients)
    ratio = group / np.maximum(reference, NOBODY / ENDLESS)
    return replace(
        found,
        difference_interval=_between(group - reference, found.difference, level),
        ratio_interval=_between(ratio, found.ratio, level),
    )


@dataclass(frozen=True, slots=True)
class _Tables:
    """Many tables over the same cells: cases have a row per table, a column per cell."""

    design: Floats
    totals: Floats
    cases: Floats

    def some(self, which: Floats) -> _Tables:
        return replace(self, cases=self.cases[which])

    def likelihood(self, coefficients: Floats) -> Floats:
        import numpy as np

        eta = coefficients @ self.design.T
        found: Floats = (self.cases * eta - self.totals * np.logaddexp(0, eta)).sum(axis=1)
        return found

    def step(self, coefficients: Floats) -> Floats:
        """The step of Newton for each table."""
        import numpy as np

        p = _chances(self.design, coefficients)
        size = self.design.shape[1]
        squares = (self.design[:, :, None] * self.design[:, None, :]).reshape(-1, size * size)
        information = ((self.totals * p * (1 - p)) @ squares).reshape(-1, size, size)
        information += FLAT * np.eye(size)
        pull = (self.cases - self.totals * p) @ self.design
        found: Floats = np.linalg.solve(information, pull[:, :, None])[:, :, 0]
        return found


def _drawn(
    design: Floats, strata: Strata, coefficients: Floats, *, draws: int, seed: int
) -> Iterator[_Tables]:
    """All tables as the model says they could have been, as many at a time as memory holds."""
    import numpy as np

    totals = [each.reference_total for each in strata] + [each.total for each in strata]
    n = np.array(totals, dtype=float)
    n, rows = n[n > 0], design[n > 0]
    p = chances(rows, coefficients)
    # Of this kind NumPy keeps the stream as it is for ever; of its newer kind it does not.
    legacy = np.random.RandomState(np.random.MT19937(np.random.SeedSequence(seed)))
    together = max(1, MOST_CELLS // len(n))
    for begin in range(0, draws, together):
        size = (min(together, draws - begin), len(n))
        yield _Tables(rows, n, legacy.binomial(n.astype(int), p, size=size).astype(float))


def _climbed(tables: _Tables, start: Floats) -> Floats:
    """The likeliest coefficients of each table.

    A table in which somewhere nobody has the outcome has no likeliest ones: they run away. Its
    rates do not: it is done when it hardly becomes likelier.
    """
    import numpy as np

    found = start.copy()
    busy = np.arange(len(found))
    height = tables.likelihood(found)
    for _ in range(MOST_STEPS):
        now = found[busy] + _halved(tables, found[busy], height)
        higher = tables.likelihood(now)
        found[busy] = now
        goes_on = higher - height > CLOSE * (1 + np.abs(height))
        busy, tables, height = busy[goes_on], tables.some(goes_on), higher[goes_on]
        if not len(busy):
            break
    return found


def _halved(tables: _Tables, now: Floats, height: Floats) -> Floats:
    """The step of Newton for each table, halved until it makes its table no less likely."""
    import numpy as np

    step, size = tables.step(now), np.ones(len(now))
    for _ in range(MOST_HALVED):
        worse = tables.likelihood(now + size[:, None] * step) < height - CLOSE
        if not worse.any():
            break
        size[worse] /= 2
    return size[:, None] * step


def _rates(strata: Strata, design: Floats, coefficients: Floats) -> tuple[Floats, Floats]:
    """Per table: the rate of all these people as if in the group, and as if in the reference."""
    import numpy as np

    people = np.array([each.size for each in strata], dtype=float)
    p = _chances(design, coefficients)
    half = len(design) // 2
    rates = p[:, half:] @ people / people.sum(), p[:, :half] @ people / people.sum()
    group, reference = (np.where(each < NOBODY, 0.0, each) for each in rates)
    return group, reference


def _chances(design: Floats, coefficients: Floats) -> Floats:
    """The chance of the outcome: a row per table, a column per row of the design."""
    found: Floats = chances(design, coefficients.T).T
    return found


def _between(values: Floats, made: float, level: float) -> Interval | None:
    """Between two percentiles, moved by as much as the draws lie beside what was found (BC).

    Percentiles are counted so that the share beyond each is right for few draws too. None where a
    percentile is endless: too often nobody of the reference had the outcome.
    """
    import numpy as np

    # Draws that are just what was found lie half below it.
    below = ((values < made - SAME).mean() + (values <= made + SAME).mean()) / 2
    below = np.clip(below, 1 / len(values), 1 - 1 / len(values))
    beside, reach = 2 * quantile(float(below)), critical_value(level)
    tails = [chance_below(beside + way * reach) for way in (-1, 1)]
    low, high = np.quantile(values, tails, method="weibull")
    return Interval(float(low), float(high), level) if high < ENDLESS else None
