"""Few places: how often another choice of places would have given as large a difference."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from math import comb
from random import Random

MOST = 20_000
_SEED = 20261130
_EVEN = 1e-12  # differences this close are the same


@dataclass(frozen=True, slots=True)
class Permutation:
    """The p, and the smallest p that so few places could have given.

    `times` of the `ways` that were tried gave a difference at least as large, this one included.
    """

    p: float
    smallest: float
    exact: bool
    times: int
    ways: int


def permutation(changes: Sequence[float], chosen: Sequence[bool]) -> Permutation:
    """Compare the places with the measure to every other choice of as many places.

    Answers: "would it look like this as often if the measure did nothing?" It takes the places
    with and without the measure to be alike before it came, but for chance. It does not say how
    large the effect is.

    Parameters
    ----------
    changes : sequence of float
        The change in the gap in each place.
    chosen : sequence of bool
        Whether the place had the measure; at least one has, and one has not.

    Returns
    -------
    Permutation
        Two-sided, on the difference between the means. Exact up to 20,000 choices; above that
        20,000 choices are drawn, from a stored seed.

    References
    ----------
    Fisher RA (1935). The design of experiments. Oliver and Boyd. Young A (2019). Channeling
    Fisher. Quarterly Journal of Economics 134:557-598.
    """
    size, treated = len(changes), sum(chosen)
    ways = comb(size, treated)
    found = abs(_difference(changes, [i for i, each in enumerate(chosen) if each]))
    exact = ways <= MOST
    tried = combinations(range(size), treated) if exact else _drawn(size, treated)
    at_least = sum(abs(_difference(changes, places)) >= found - _EVEN for places in tried)
    # With as many places with as without, each choice has a mirror with the same size.
    mirrored = 2 if 2 * treated == size else 1
    if exact:
        return Permutation(at_least / ways, mirrored / ways, exact, at_least, ways)
    return Permutation((at_least + 1) / (MOST + 1), mirrored / ways, exact, at_least + 1, MOST + 1)


def _difference(changes: Sequence[float], places: Sequence[int]) -> float:
    inside = sum(changes[place] for place in places)
    outside = sum(changes) - inside
    return inside / len(places) - outside / (len(changes) - len(places))


def _drawn(size: int, treated: int) -> "islice[tuple[int, ...]]":
    random = Random(_SEED)  # noqa: S311 -- a reproducible draw, nothing to keep secret
    return islice(iter(lambda: tuple(random.sample(range(size), treated)), None), MOST)
