"""What may be known of how files were judged: in steps of ten files, so that nobody can count on.

Each of two assessors knows the own judgements. With the exact number of files on which both are
alike, or the exact number of each kind, he knows how often the other said no where he said yes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement
from math import ceil, floor

from waterpas.measure.agreements.beyond_chance import Judged
from waterpas.measure.waiting.shares import Share
from waterpas.results import Count, Interval, People

STEP = 10
FEWEST_APART = 20  # fewer files with two judgements: each of the two halves could be a few
FEWEST_OF_A_KIND = 10
FINE, WIDE = 0.05, 0.1  # in what steps chance is told, of so many files at least:
FINE_FROM, WIDE_FROM = 400, 200  # a step of chance is then twenty judgements or more
MOST_BY_CHANCE = 0.9  # above it a step of chance is as large as what is left
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Rough:
    """Files, and between what lies the number on which judgements differ, in steps of ten.

    `people`: the same for disclosure control; a number with a few at either end has no value.
    """

    n: int
    low: float
    high: float
    people: People

    @property
    def is_told(self) -> bool:
        """Whether enough files were judged alike, and enough were not, whatever it may be."""
        cases = self.people.cases
        return self.n > 0 and cases is not None and cases.value is not None

    def share(self, apart: float) -> Share:
        """The share of files on which judgements are alike, if they differ on so many."""
        alike = self.n - min(apart, float(self.n))
        return Share(alike / self.n, float(self.n), self.n, round(alike))

    @property
    def value(self) -> Share:
        """The share in the middle."""
        return self.share((self.low + self.high) / 2)

    @property
    def least(self) -> Share:
        """The lowest that the share can be."""
        return self.share(self.high)

    @property
    def most(self) -> Share:
        """The highest that the share can be."""
        return self.share(self.low)

    def interval(self, level: float) -> Interval:
        """Between what the share lies: the lower limit of the lowest, the higher of the highest."""
        low, high = self.least.interval(level).low, self.most.interval(level).high
        return Interval(low, high, level)


def rough(judged: Judged) -> Rough:
    """These files in steps of ten."""
    if not judged.n:
        return Rough(0, 0.0, 0.0, People(Count.exact(0), Count.exact(0)))
    apart = round(judged.n * (1 - judged.alike.value), 6)
    low = float(STEP * floor(apart / STEP))
    return Rough(judged.n, low, low + STEP, _people(judged))


def together(some: Iterable[Rough]) -> Rough:
    """Several groups as one: it tells no more than each of them does."""
    made = Rough(0, 0.0, 0.0, People(Count.exact(0), Count.exact(0)))
    for each in some:
        made = _sum(made, each)
    return made


def _sum(one: Rough, other: Rough) -> Rough:
    cases = (one.people.cases or Count.exact(0)) + (other.people.cases or Count.exact(0))
    people = People(one.people.n + other.people.n, cases)
    return Rough(one.n + other.n, one.low + other.low, one.high + other.high, people)


def _people(judged: Judged) -> People:
    """The files, and between what the number lies on which all judgements are alike."""
    n = judged.n
    apart = STEP * ((n - judged.unanimous) // STEP)
    low, high = max(n - apart - STEP + 1, 0), n - apart
    few = apart < STEP or low < STEP
    return People(Count.exact(n), Count(None if few else (low + high) // 2, low, high))


def has_no_few(judged: Judged, kinds: Iterable[str]) -> bool:
    """Whether each list of judgements, and each two kinds of one file, was given to enough files.

    `kinds`: those of the whole table; that a group has none of a kind is a number as well. So it is
    that there is no file with two yes and one no: then nobody is alone with his no.
    """
    all_kinds = tuple(sorted(kinds))
    lengths = {len(file) for file in judged.files}
    lists = (each for n in lengths for each in combinations_with_replacement(all_kinds, n))
    return (
        len(all_kinds) > 1
        and all(judged.files.get(each, 0) >= FEWEST_OF_A_KIND for each in lists)
        and all(judged.with_both(*pair) >= FEWEST_APART for pair in combinations(all_kinds, 2))
    )


def step_of_chance(n: int) -> float | None:
    """In what steps chance may be told of so many files; None: not at all."""
    if n >= FINE_FROM:
        return FINE
    return WIDE if n >= WIDE_FROM else None


def hundredths(between: Interval) -> Interval:
    """The limits in hundredths, outwards."""
    low, high = (round(HUNDRED * each, 6) for each in (between.low, between.high))
    return Interval(floor(low) / HUNDRED, ceil(high) / HUNDRED, between.level)
