"""How often judgements of the same file are alike, by chance and beyond it, with intervals."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import exp, sqrt

from waterpas.measure.agreements.coefficients import (
    NOTHING,
    Pairs,
    Scale,
    Unit,
    alpha_of,
    coincidences,
)
from waterpas.measure.normal import critical_value, two_sided_p
from waterpas.measure.waiting.shares import Share
from waterpas.results import Interval


@dataclass(frozen=True)
class Judged:
    """Files by how they were judged: per list of judgements how many files, all judged twice.

    `scale`: kinds ("nominal"), or kinds in an order ("ordinal").
    """

    files: Mapping[Unit, int]
    scale: Scale = "nominal"

    @cached_property
    def n(self) -> int:
        """How many files were judged at least twice."""
        return sum(self.files.values())

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of judgements that were given."""
        return tuple(sorted({str(each) for file in self.files for each in _given(file)}))

    @cached_property
    def unanimous(self) -> int:
        """On how many files all judgements are alike."""
        return sum(times for file, times in self.files.items() if len(set(_given(file))) == 1)

    def all_of(self, kind: str) -> int:
        """How many files got this judgement from all who judged them."""
        return sum(times for file, times in self.files.items() if set(_given(file)) == {kind})

    def with_both(self, one: str, other: str) -> int:
        """How many files got both of these judgements, from different people."""
        return sum(t for file, t in self.files.items() if {one, other} <= set(_given(file)))

    @cached_property
    def alike(self) -> Share:
        """The share of pairs of judgements of one file that are alike.

        `worth`: as many files with two judgements would be as sure. With two judgements of each
        file it is the number of files.
        """
        parts = [(_part_alike(file), times) for file, times in self.files.items()]
        value = sum(part * times for part, times in parts) / self.n
        spread = sum((part - value) ** 2 * times for part, times in parts) / self.n
        worth = self.n * value * (1 - value) / spread if spread > NOTHING else float(self.n)
        return Share(value, worth, self.n, self.unanimous)

    @cached_property
    def by_chance(self) -> float:
        """The share that would be alike if judgements were dealt out at random."""
        sums = [
            sum(times * _given(file).count(kind) for file, times in self.files.items())
            for kind in self.kinds
        ]
        total = sum(sums)
        return sum(each * (each - 1) for each in sums) / total / (total - 1)

    @cached_property
    def _pairs(self) -> Pairs:
        return coincidences(self.files)

    @cached_property
    def alpha(self) -> float | None:
        """How far judgements agree beyond chance; None: all judgements are alike."""
        return alpha_of(self._pairs, scale=self.scale)

    @cached_property
    def error(self) -> float:
        """The standard error of that, leaving out one file at a time."""
        found = [(self._without(file), times) for file, times in self.files.items()]
        mean = sum(value * times for value, times in found) / self.n
        squares = sum((value - mean) ** 2 * times for value, times in found)
        return sqrt(squares * (self.n - 1) / self.n)

    def _without(self, file: Unit) -> float:
        """The same without one such file; where nothing would differ then, as if all agreed."""
        left = dict(self._pairs)
        for pair, weight in coincidences({file: 1}).items():
            left[pair] -= weight
        value = alpha_of(
            {pair: each for pair, each in left.items() if each > NOTHING}, scale=self.scale
        )
        return 1.0 if value is None else value

    def interval(self, level: float) -> Interval:
        """Between what the agreement beyond chance lies."""
        value = self.alpha or 0.0
        if 1 - value < NOTHING:
            return self._without_difference(level)
        reach = critical_value(level) * self.error / (1 - value)
        return Interval(1 - (1 - value) * exp(reach), 1 - (1 - value) * exp(-reach), level)

    def _without_difference(self, level: float) -> Interval:
        """Where all judgements of a file are alike: by the lower end of that share."""
        low = self.alike.interval(level).low
        return Interval(1 - (1 - low) / (1 - self.by_chance), 1.0, level)

    def as_kappa(self, alpha: float) -> float:
        """The kappa that goes with an alpha, of two who may change places: Scott's pi.

        Cohen's kappa also counts how much stricter the one is than the other. That would tell of
        one assessor, so it is not made here: see `coefficients.cohen_kappa`.
        """
        return 1 - (1 - alpha) * 2 * self.n / (2 * self.n - 1)

    @property
    def p(self) -> float:
        """The two-sided p of no agreement beyond chance."""
        if self.alpha is None:
            return 1.0
        return two_sided_p(self.alpha / self.error) if self.error > NOTHING else 0.0


def _given(file: Unit) -> tuple[object, ...]:
    return tuple(each for each in file if each is not None)


def _part_alike(file: Unit) -> float:
    """Which part of the pairs of judgements of a file is alike."""
    given = _given(file)
    alike = sum(times * (times - 1) for times in Counter(given).values())
    return alike / (len(given) * (len(given) - 1))
