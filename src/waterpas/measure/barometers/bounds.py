"""Between what a percentage lies that was rounded or hidden. Exact: nothing is drawn or guessed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from waterpas.results import ALWAYS, Count, Interval

NOTHING, EVERYTHING = Fraction(0), Fraction(1)
LEVELS = ("NL", "Europa", "buiten Europa")  # in the order of every line


@dataclass(frozen=True, slots=True)
class Share:
    """One share of jobs as a part of one; `value` None: hidden. The true share lies in between."""

    value: Fraction | None
    low: Fraction
    high: Fraction

    @property
    def is_hidden(self) -> bool:
        """Whether the source hid it."""
        return self.value is None

    @property
    def interval(self) -> Interval:
        """Its bounds."""
        return Interval(float(self.low), float(self.high), ALWAYS)


@dataclass(frozen=True, slots=True)
class Line:
    """The jobs of one part of the organisation on one day, by origin. `jobs` None: not known.

    `decimals`: how many its percentages were given with.
    """

    part: str
    year: str
    jobs: Count | None
    shares: tuple[Share, ...]
    decimals: int = 0

    @property
    def hidden(self) -> int:
        """How many of its three shares are hidden."""
        return sum(share.is_hidden for share in self.shares)

    def count(self, at: int) -> Count:
        """How many jobs a share is, in between what; only to see whether they are few.

        As narrow as anybody can know it: whole numbers, that are together all jobs.
        """
        jobs, share = self.jobs, self.shares[at]
        if jobs is None:
            return Count(None, 0, 0)
        found = self._between(jobs)[at]
        if jobs.value is None or share.value is None:
            return found
        value = floor(jobs.value * share.value + Fraction(1, 2))
        return Count(min(max(value, found.low), found.high), found.low, found.high)

    def _between(self, jobs: Count) -> tuple[Count, ...]:
        """Between what the counts lie; rounded outwards when no whole numbers fit."""
        ends = [(jobs.low * share.low, jobs.high * share.high) for share in self.shares]
        inside = [Count(None, ceil(low), floor(high)) for low, high in ends]
        found = held(inside, jobs)
        if all(count.low <= count.high for count in (*inside, *found)):
            return found
        return tuple(Count(None, floor(low), ceil(high)) for low, high in ends)


def held(counts: Sequence[Count], jobs: Count) -> tuple[Count, ...]:
    """Counts, each held in by what the others leave of all jobs."""
    lows, highs = sum(each.low for each in counts), sum(each.high for each in counts)
    return tuple(
        Count(
            None,
            max(each.low, jobs.low - (highs - each.high)),
            min(each.high, jobs.high - (lows - each.low)),
        )
        for each in counts
    )


def shares_of(percents: Sequence[Decimal | None], *, decimals: int) -> tuple[Share, ...]:
    """Three percentages that were rounded to so many decimals, None where hidden, as shares.

    A percentage of 12 without decimals lies from 11.5 up to and including 12.5. The three are
    parts of one whole: what two of them leave over bounds the third. ValueError: no three shares
    that are together everything round to these.
    """
    loose = [_rounded(percent, decimals) for percent in percents]
    if not sum(s.low for s in loose) <= EVERYTHING <= sum(s.high for s in loose):
        raise ValueError(percents)
    return tuple(_held(at, loose) for at in range(len(loose)))


def _rounded(percent: Decimal | None, decimals: int) -> Share:
    if percent is None:
        return Share(None, NOTHING, EVERYTHING)
    value, half = Fraction(percent) / 100, Fraction(1, 200 * 10**decimals)
    return Share(value, max(NOTHING, value - half), min(EVERYTHING, value + half))


def _held(at: int, loose: Sequence[Share]) -> Share:
    """One of the shares, held in by what the others leave over."""
    others = [share for place, share in enumerate(loose) if place != at]
    low = EVERYTHING - sum(share.high for share in others)
    high = EVERYTHING - sum(share.low for share in others)
    share = loose[at]
    return Share(share.value, max(share.low, low), min(share.high, high))


def apart(one: Share, other: Share) -> Interval:
    """Between what the difference of two shares lies: the first minus the second."""
    return Interval(float(one.low - other.high), float(one.high - other.low), ALWAYS)


def apart_of_all(one: Share, other: Share, *, not_found: Fraction) -> Interval:
    """The same for everybody, when of both groups up to this part was not found.

    Of those who were not found nothing is known: in one year none of them may have this origin,
    and in the other all of them.
    """
    return apart(_of_all(one, not_found), _of_all(other, not_found))


def _of_all(share: Share, not_found: Fraction) -> Share:
    """Between what a share lies when also those count who were not found."""
    found = 1 - not_found
    return Share(share.value, share.low * found, share.high * found + not_found)
