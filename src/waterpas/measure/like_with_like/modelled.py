"""Risks by a model: everybody once as the group and once as the reference, and the difference."""

from __future__ import annotations

from dataclasses import dataclass
from math import atanh, exp, log, sqrt, tanh
from typing import TYPE_CHECKING

from waterpas.measure.like_with_like.logistic import Fit, chances, fit
from waterpas.measure.like_with_like.strata import Strata
from waterpas.measure.normal import critical_value
from waterpas.results import Interval

if TYPE_CHECKING:
    from waterpas.measure.like_with_like.logistic import Floats

GROUP = "group"
MOST_LEVELS = 200


@dataclass(frozen=True, slots=True)
class Modelled:
    """Risks of all people as if in the group and as if in the reference, and their contrast."""

    group: float
    reference: float
    difference: float
    ratio: float
    difference_interval: Interval | None
    ratio_interval: Interval | None
    fit: Fit


@dataclass(frozen=True, slots=True)
class Columns:
    """The strata as columns of a model: per stratum the level of each given column."""

    given: tuple[str, ...]
    levels: tuple[tuple[str, ...], ...]

    @property
    def too_many(self) -> bool:
        """Whether the model would have more coefficients than anybody can read or check."""
        found = (len({each[place] for each in self.levels}) for place in range(len(self.given)))
        return sum(found) > MOST_LEVELS


def modelled(strata: Strata, columns: Columns, *, level: float = 0.95) -> Modelled:
    """Difference and ratio of standardised risks, by a logistic model without interactions.

    Answers: "what would the rates be, if all these people were in the group, or all in the
    reference, and all else stayed as it is?" Where strata are thin it borrows: it assumes that the
    ratio of odds is the same everywhere. It says nothing of causes.

    Parameters
    ----------
    strata : sequence of Stratum
        Strata with people of either side. Unit: persons.
    columns : Columns
        The levels of the given columns, per stratum.
    level : float, default 0.95
        Confidence level.

    Returns
    -------
    Modelled
        Proportions, and group minus reference. Intervals by the delta method; that of the ratio on
        the scale of the logarithm.

    Raises
    ------
    Collinear, Separated
        As in `logistic.fit`.

    References
    ----------
    Localio AR, Margolis DJ, Berlin JA (2007). Relative risks and confidence intervals were easily
    computed indirectly from multivariable logistic regression. Journal of Clinical Epidemiology
    60:874-882.
    """
    import numpy as np

    design, names = design_of(columns)
    cases = [each.reference_cases for each in strata] + [each.cases for each in strata]
    totals = [each.reference_total for each in strata] + [each.total for each in strata]
    found = fit(design, cases=cases, totals=totals, names=names)
    people = np.array([each.size for each in strata], dtype=float)
    return _contrast(found, design, people / people.sum(), level)


def design_of(columns: Columns) -> tuple[Floats, tuple[str, ...]]:
    """First all strata as the reference, then all as the group."""
    import numpy as np

    rows = [np.ones(len(columns.levels))]
    names = ["intercept"]
    for place, column in enumerate(columns.given):
        here = [levels[place] for levels in columns.levels]
        for name in sorted(set(here))[1:]:
            rows.append(np.array([float(each == name) for each in here]))
            names.append(f"{column}={name}")
    one = np.array(rows).T
    flag = np.repeat([0.0, 1.0], len(one))[:, None]
    return np.hstack([np.vstack([one, one]), flag]), (*names, GROUP)


def _contrast(found: Fit, design: Floats, shares: Floats, level: float) -> Modelled:
    half = len(design) // 2
    sides = []
    for rows in (design[half:], design[:half]):
        p = chances(rows, found.coefficients)
        sides.append((float(shares @ p), (shares * p * (1 - p)) @ rows))
    (group, up), (reference, down) = sides
    slope = up - down
    spread = sqrt(max(float(slope @ found.covariance @ slope), 0.0))
    on_log = up / group - down / reference
    log_spread = sqrt(max(float(on_log @ found.covariance @ on_log), 0.0))
    z = critical_value(level)
    difference, ratio = group - reference, group / reference
    bent = z * spread / (1 - difference**2)
    low, high = tanh(atanh(difference) - bent), tanh(atanh(difference) + bent)
    ends = exp(log(ratio) - z * log_spread), exp(log(ratio) + z * log_spread)
    return Modelled(
        group,
        reference,
        difference,
        ratio,
        Interval(low, high, level),
        Interval(*ends, level),
        found,
    )
