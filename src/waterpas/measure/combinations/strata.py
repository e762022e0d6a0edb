"""Every full combination as a stratum: how far apart do they lie, and do the parts add up to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt

from waterpas.measure.certainty import SURE
from waterpas.measure.combinations.groups import Group, Of, Table
from waterpas.measure.mixed.data import NotFitted
from waterpas.measure.mixed.fit import POINTS, Fit, Mode, profiled, random_intercept
from waterpas.measure.mixed.profile import region, share_between, spread_test
from waterpas.measure.normal import critical_value
from waterpas.results import Interval

FEWEST, MOST = 20, 2_000  # strata: with fewer the spread is a guess, more have hardly anybody
MOST_UNSURE = 1.0  # of the log of a standard deviation: beyond it a bend says nothing


@dataclass(frozen=True, slots=True)
class Own:
    """What a stratum has of its own, beyond what its characteristics add up to.

    `log_odds` with its interval; `points` the same as a difference in the rate of this stratum.
    """

    of: Of
    log_odds: float
    log_odds_interval: Interval
    points: float
    points_interval: Interval

    @property
    def clear(self) -> float:
        """How far from nothing it is, at least."""
        return max(self.points_interval.low, -self.points_interval.high)


@dataclass(frozen=True, slots=True)
class Strata:
    """The two models. `vpc`: share of all variance that lies between strata.

    `pcv`: share of that which disappears once each characteristic has its own effect. It can fall
    below zero, which proves nothing. None: the strata do not differ, so there is no share.
    `p`: how surprising it is that they differ so much, if they do by chance only.
    """

    null_variance: float
    main_variance: float
    vpc: float
    vpc_interval: Interval | None
    pcv: float | None
    own: tuple[Own, ...]
    p: float

    @property
    def differ(self) -> bool:
        """Whether they differ more than by chance: only then the share that disappears means it."""
        return self.p <= SURE


def strata_of(table: Table, *, level: float, points: int = POINTS) -> Strata | NotFitted:
    """How much strata differ, and how much of it is more than adding up (MAIHDA).

    Answers: "how much do combinations differ, and is a combination more than its parts?" A small
    share does not say that nobody is hit hard: a hard-hit minority hardly weighs in a share of
    the variance of everybody. It does not say why.

    Parameters
    ----------
    table : Table
        Every combination of all characteristics.
    level : float
        Confidence level of the intervals of the strata.
    points : int
        Nodes of the adaptive Gauss-Hermite rule; 1 is Laplace.

    Returns
    -------
    Strata, or NotFitted with a reason ("few-strata" and "many-strata", or that of the model).

    Notes
    -----
    Two logistic models with a random intercept per stratum: without, and with a main effect of
    every characteristic. VPC on the latent scale (variance over itself plus pi squared over 3),
    with an interval by profile likelihood; PCV has none.
    The effect of a stratum is its conditional mode in the second model; its standard error also
    holds what not knowing the coefficients and the variance adds (Kass and Steffey 1989).

    References
    ----------
    Evans CR, Williams DR, Onnela JP, Subramanian SV (2018). A multilevel approach to modeling
    health inequalities at the intersection of multiple social identities. Social Science and
    Medicine 203:64-73.
    Merlo J (2018). Multilevel analysis of individual heterogeneity and discriminatory accuracy
    (MAIHDA) within an intersectional framework. Social Science and Medicine 203:74-80.
    """
    if not FEWEST <= len(table.groups) <= MOST:
        return NotFitted("few-strata" if len(table.groups) < FEWEST else "many-strata")
    constant = [[1.0] for _ in table.groups]
    design = _main_effects(table)
    null, main = (_fit(table.groups, each, points) for each in (constant, design))
    if isinstance(null, NotFitted):
        return null
    if isinstance(main, NotFitted):
        return main
    return Strata(
        null_variance=null.variance,
        main_variance=main.variance,
        vpc=share_between(null.sd),
        vpc_interval=_share_interval(null, level=level),
        pcv=(null.variance - main.variance) / null.variance if null.variance else None,
        own=own_effects(main, table.groups, design, level=level) if main.variance else (),
        p=spread_test(null),
    )


def _fit(groups: Sequence[Group], design: list[list[float]], points: int) -> Fit | NotFitted:
    counted = [group.counted for group in groups]
    return random_intercept(
        design,
        [cases for cases, _ in counted],
        [people for _, people in counted],
        [group.of for group in groups],
        points=points,
    )


def _share_interval(fit: Fit, *, level: float) -> Interval | None:
    """By profile likelihood of the standard deviation, with which the share only rises."""
    found = region(fit, level=level)
    if found is None:
        return None
    return Interval(share_between(found.ends.low), share_between(found.ends.high), level)


def _main_effects(table: Table) -> list[list[float]]:
    """A constant, and per characteristic a column for each level but the first."""
    levels = {
        column: list(dict.fromkeys(dict(group.of)[column] for group in table.groups))
        for column in table.columns
    }
    return [
        [1.0, *(float(own == level) for column, own in group.of for level in levels[column][1:])]
        for group in table.groups
    ]


def own_effects(
    fit: Fit, groups: Sequence[Group], design: Sequence[Sequence[float]], *, level: float
) -> tuple[Own, ...]:
    """The effect of every stratum in a fitted model, with its interval."""
    import numpy as np

    x = np.asarray(design, dtype=float)
    fixed = x @ np.asarray(fit.beta)
    unsure = np.linalg.inv(fit.best.at.information)
    spread = _spread_error(fit)
    z = critical_value(level)
    made = []
    for group, row, here in zip(groups, x, fixed.tolist(), strict=True):
        mode = fit.modes.get(group.of)
        if mode is not None:
            reach = z * _error(mode, fit.variance, float(row @ unsure @ row), spread)
            made.append(_own(group.of, here, mode.value, reach, level))
    return tuple(made)


def _error(mode: Mode, variance: float, fixed: float, spread: float) -> float:
    """The standard error of an effect: given the model, and what not knowing the model adds.

    `fixed`: the variance of the fixed part; `spread`: that of the log of the standard deviation.
    An effect moves against the fixed part by the share of its own data in it, and with the spread
    by twice the share that is not its own.
    """
    share = 1 - mode.se**2 / variance
    return sqrt(mode.se**2 + share**2 * fixed + (2 * (1 - share) * mode.value) ** 2 * spread)


def _spread_error(fit: Fit) -> float:
    """Variance of the log of the standard deviation between strata, from how the profile bends."""
    step = 0.01 * fit.sd
    sides = [
        profiled(fit.counts, fit.sd + sign * step, points=fit.points, start=fit.best)
        for sign in (1, -1)
    ]
    slopes = [side.slope_of_sd for side in sides if side is not None]
    bend = (slopes[1] - slopes[0]) / (2 * step) if len(slopes) == 2 else 0.0
    return 1 / (bend * fit.variance) if bend * fit.variance > 1 / MOST_UNSURE else MOST_UNSURE


def _own(of: Of, here: float, effect: float, reach: float, level: float) -> Own:
    low, high = effect - reach, effect + reach
    ends = (_chance(here + each) - _chance(here) for each in (effect, low, high))
    points, points_low, points_high = ends
    return Own(
        of,
        effect,
        Interval(low, high, level),
        points,
        Interval(points_low, points_high, level),
    )


def _chance(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))
