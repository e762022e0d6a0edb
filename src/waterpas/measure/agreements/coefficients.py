"""How far raters who judge the same things come to the same judgement."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, SupportsFloat

from waterpas.errors import CallError
from waterpas.texts import mark

Scale = Literal["nominal", "ordinal", "interval"]
Unit = tuple[Hashable | None, ...]
Pairs = dict[tuple[Hashable, Hashable], float]
NOTHING = 1e-12


@dataclass(frozen=True, slots=True)
class Intraclass:
    """Intraclass correlations: of one judgement, and (with `of_mean`) of the mean of all raters.

    `agreement`: other raters might have judged, and being stricter counts: ICC(2,1) and ICC(2,k).
    `consistency`: only these raters, and being stricter does not count: ICC(3,1) and ICC(3,k).
    None: not defined, because nothing differs.
    """

    agreement: float | None
    consistency: float | None
    agreement_of_mean: float | None
    consistency_of_mean: float | None


def intraclass(ratings: Sequence[Sequence[float]]) -> Intraclass:
    """Agreement of raters who each give a number to each candidate (or vignette).

    Answers: "which part of the differences between numbers comes from the candidates?" 1: all of
    it; about 0: the number depends on who judges. It does not say who is right, and raters who all
    make the same mistake agree. Below 0 can be: then raters agree less than by chance.

    Parameters
    ----------
    ratings : rows are candidates, columns are raters; each rater judged each candidate
        At least two of both.

    Raises
    ------
    CallError
        If a number is missing or there are fewer than two candidates or raters.

    References
    ----------
    Shrout PE, Fleiss JL (1979). Intraclass correlations: uses in assessing rater reliability.
    Psychological Bulletin 86:420-428.

    Examples
    --------
    >>> judged = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9],
    ...           [6, 2, 4, 7]]
    >>> found = intraclass(judged)
    >>> round(found.agreement, 3), round(found.consistency, 3)
    (0.29, 0.715)
    """
    _check_square(ratings)
    n, k = len(ratings), len(ratings[0])
    between, judges, rest = mean_squares(ratings)
    one = between + (k - 1) * rest + k * (judges - rest) / n
    mean = between + (judges - rest) / n
    return Intraclass(
        agreement=_part(between - rest, one),
        consistency=_part(between - rest, between + (k - 1) * rest),
        agreement_of_mean=_part(between - rest, mean),
        consistency_of_mean=_part(between - rest, between),
    )


def _check_square(ratings: Sequence[Sequence[float]]) -> None:
    widths = {len(row) for row in ratings}
    numbers = [value for row in ratings for value in row]
    known = all(isinstance(value, int | float) and value == value for value in numbers)
    if len(ratings) < 2 or len(widths) != 1 or widths.pop() < 2 or not known:
        raise CallError(
            mark(
                "Voor deze maat geeft elke beoordelaar elke kandidaat een getal, met minstens twee "
                "kandidaten en twee beoordelaars. Ontbreekt er een oordeel, gebruik dan "
                "krippendorff_alpha."
            )
        )


def mean_squares(ratings: Sequence[Sequence[float]]) -> tuple[float, float, float]:
    """Between candidates, between raters, and what is left."""
    n, k = len(ratings), len(ratings[0])
    mean = sum(map(sum, ratings)) / (n * k)
    rows = [sum(row) / k for row in ratings]
    columns = [sum(row[at] for row in ratings) / n for at in range(k)]
    between = k * sum((row - mean) ** 2 for row in rows)
    judges = n * sum((column - mean) ** 2 for column in columns)
    rest = sum(
        (value - row - column + mean) ** 2
        for row, values in zip(rows, ratings, strict=True)
        for column, value in zip(columns, values, strict=True)
    )
    return between / (n - 1), judges / (k - 1), rest / ((n - 1) * (k - 1))


def _part(above: float, below: float) -> float | None:
    return above / below if below > NOTHING else None


def cohen_kappa(table: Sequence[Sequence[int]]) -> float | None:
    """Agreement of two raters on kinds, with what chance gives taken off.

    Answers: "how much more often do two raters agree than by chance?" 1: always; 0: as often as
    by chance. It depends on how common the kinds are: two kappas of other tables are not
    comparable.

    Parameters
    ----------
    table : the number of things per kind the first rater (rows) and the second (columns) gave
        The same kinds in the same order in both.

    Returns
    -------
    float or None
        At most 1. None: both always gave the same one kind, so that there is nothing to see.

    Raises
    ------
    CallError
        If the table is not square, is empty, or holds a negative number.

    References
    ----------
    Cohen J (1960). A coefficient of agreement for nominal scales. Educational and Psychological
    Measurement 20:37-46.

    Examples
    --------
    >>> round(cohen_kappa([[20, 5], [10, 15]]), 10)
    0.4
    """
    total = sum(map(sum, table))
    square = all(len(row) == len(table) and min(row, default=0) >= 0 for row in table)
    if not square or total <= 0:
        raise CallError(
            mark(
                "Geef een vierkante tabel met aantallen: per soort wat de eerste en de tweede "
                "beoordelaar zei. Minstens één aantal is groter dan 0."
            )
        )
    agreed = sum(row[at] for at, row in enumerate(table)) / total
    second = [sum(column) for column in zip(*table, strict=True)]
    by_chance = sum(sum(row) * other for row, other in zip(table, second, strict=True)) / total**2
    return _part(agreed - by_chance, 1 - by_chance)


def krippendorff_alpha(
    units: Sequence[Sequence[Hashable | None]], *, scale: Scale = "nominal"
) -> float | None:
    """Agreement of any number of raters, also where judgements are missing.

    Answers: "how much less do raters differ than judgements dealt out at random would?" 1: never;
    0: as much. It does not say who is right. Things that one rater judged do not count.

    Parameters
    ----------
    units : per thing that was judged, the judgements of the raters (None: not judged)
    scale : {"nominal", "ordinal", "interval"}
        Kinds; an order; or numbers, where twice as far apart is four times as bad.

    Returns
    -------
    float or None
        At most 1. None: everybody always said the same, so that there is nothing to see.

    Raises
    ------
    CallError
        If nothing was judged twice.

    References
    ----------
    Krippendorff K (2011). Computing Krippendorff's alpha-reliability. University of Pennsylvania.

    Examples
    --------
    >>> judged = zip("aabbdcccedda", "babbbcccedd d".replace(" ", ""), strict=True)
    >>> round(krippendorff_alpha(list(judged)), 3)
    0.692
    """
    pairs = coincidences(Counter(tuple(unit) for unit in units))
    if not pairs:
        raise CallError(
            mark("Niets is door twee beoordelaars beoordeeld. Zo is er niets te vergelijken.")
        )
    return alpha_of(pairs, scale=scale)


def alpha_of(pairs: Pairs, *, scale: Scale) -> float | None:
    """Krippendorff's alpha of how often each pair of values meets; None: nothing differs."""
    sums: dict[Hashable, float] = {}
    for (value, _), weight in pairs.items():
        sums[value] = sums.get(value, 0.0) + weight
    total = sum(sums.values())
    far = _distances(sums, scale)
    seen = sum(weight * far(a, b) for (a, b), weight in pairs.items()) / total
    random = sum(sums[a] * sums[b] * far(a, b) for a in sums for b in sums) / total / (total - 1)
    return 1 - seen / random if random > NOTHING else None


def coincidences(units: Mapping[Unit, int]) -> Pairs:
    """How often each pair of values meets, each unit weighing as many as judged it.

    `units`: how many things were judged in this way.
    """
    pairs: Pairs = {}
    for unit, times in units.items():
        values = [value for value in unit if value is not None]
        for i, one in enumerate(values):
            for j, other in enumerate(values):
                if i != j:
                    pairs[one, other] = pairs.get((one, other), 0.0) + times / (len(values) - 1)
    return pairs


def _number(value: Hashable) -> float:
    """The number that a judgement is. Raises TypeError or ValueError where it is none."""
    if isinstance(value, SupportsFloat | str):
        return float(value)
    raise TypeError("this judgement is no number")


def _distances(sums: dict[Hashable, float], scale: Scale) -> Callable[[Hashable, Hashable], float]:
    """How far apart two values are on this scale (squared)."""
    if scale == "nominal":
        return lambda a, b: float(a != b)
    try:
        order = {value: _number(value) for value in sums}
    except (TypeError, ValueError) as error:
        raise CallError(
            mark("Bij een schaal met een volgorde of getallen hoort voor elk oordeel een getal.")
        ) from error
    if scale == "interval":
        return lambda a, b: (order[a] - order[b]) ** 2
    ranked, below, middle = sorted(sums, key=order.__getitem__), 0.0, dict[Hashable, float]()
    for value in ranked:
        middle[value] = below + sums[value] / 2
        below += sums[value]
    return lambda a, b: (middle[a] - middle[b]) ** 2
