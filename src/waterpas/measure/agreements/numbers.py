"""Intervals of the agreement of raters who each give every file a number."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from waterpas.measure.agreements.coefficients import NOTHING, mean_squares
from waterpas.measure.combinations.beta import beta_quantile
from waterpas.results import Interval


@lru_cache(maxsize=512)
def f_quantile(chance: float, above: float, below: float) -> float:
    """Value below which a draw from the F distribution lies with this chance.

    Examples
    --------
    >>> round(f_quantile(0.975, 5, 15), 4)
    3.5764
    """
    x = beta_quantile(1 - chance, below / 2, above / 2)
    return below * (1 - x) / (above * x)


@dataclass(frozen=True, slots=True)
class Squares:
    """Mean squares of `files` rows by `raters` columns: between files, between raters, the rest."""

    files: int
    raters: int
    between: float
    judges: float
    rest: float

    @property
    def of_agreement(self) -> float:
        """ICC(2,1): the part of the differences that is between files, strictness counted."""
        n, k = self.files, self.raters
        rest = (k - 1) * self.rest + k * (self.judges - self.rest) / n
        return (self.between - self.rest) / (self.between + rest)

    @property
    def of_consistency(self) -> float:
        """ICC(3,1): the same, had all raters been equally strict."""
        return (self.between - self.rest) / (self.between + (self.raters - 1) * self.rest)

    def consistency(self, level: float) -> Interval:
        """Interval of ICC(3,1): Shrout and Fleiss (1979), by the F distribution; exact."""
        n, k = self.files, self.raters
        chance, f = (1 + level) / 2, self.between / self.rest
        low = f / f_quantile(chance, n - 1, (n - 1) * (k - 1))
        high = f * f_quantile(chance, (n - 1) * (k - 1), n - 1)
        return Interval((low - 1) / (low + k - 1), (high - 1) / (high + k - 1), level)

    def agreement(self, level: float) -> Interval:
        """Interval of ICC(2,1): Shrout and Fleiss (1979), after Satterthwaite."""
        n, k, chance = self.files, self.raters, (1 + level) / 2
        free = self._freedom()
        by_chance = k * self.judges + (k * n - k - n) * self.rest
        one = f_quantile(chance, n - 1, free)
        low = n * (self.between - one * self.rest) / (one * by_chance + n * self.between)
        two = f_quantile(chance, free, n - 1)
        high = n * (two * self.between - self.rest) / (by_chance + n * two * self.between)
        return Interval(low, high, level)

    def _freedom(self) -> float:
        """The degrees of freedom of what is not between files."""
        n, k = self.files, self.raters
        found, ratio = self.of_agreement, self.judges / self.rest
        rest = n * (1 + (k - 1) * found) - k * found
        above = (k - 1) * (n - 1) * (k * found * ratio + rest) ** 2
        return above / ((n - 1) * k**2 * found**2 * ratio**2 + rest**2)


def squares_of(ratings: Sequence[Sequence[float]]) -> Squares | None:
    """The mean squares; None: nothing is left to chance, so there is no interval."""
    between, judges, rest = mean_squares(ratings)
    if rest <= NOTHING:
        return None
    return Squares(len(ratings), len(ratings[0]), between, judges, rest)
