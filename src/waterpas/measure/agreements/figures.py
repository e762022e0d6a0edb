"""The figures on how often judgements are alike, each with the files that it is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waterpas.measure.agreements.beyond_chance import Judged
from waterpas.measure.agreements.numbers import Squares
from waterpas.measure.waiting.shares import difference_interval
from waterpas.results import Count, Figure, Interval, Note, People

COUNTED = "counted"  # the figure without a value, of files about which nothing can be said
FEW_OF_A_KIND = 20  # with fewer files of the rarer kind the interval holds the truth less often
FEW_RATERS, FEW_FILES = 5, 40
WILSON, NEWCOMBE, JACKKNIFE, SHROUT = "wilson", "newcombe", "jackknife", "shrout-fleiss"


@dataclass(frozen=True)
class Compared:
    """One group beside those it is compared with, of which `parts` are the groups."""

    level: str
    mine: Judged
    other: Judged
    parts: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """What decides which figures there are, whatever the counts.

    `is_in_pairs`: two judgements of each file, in kinds without an order: then there is a kappa.
    """

    across: str
    level: float
    is_in_pairs: bool


def people_of(judged: Judged) -> People:
    """The files, and on how many of them all judgements are alike."""
    return People(Count.exact(judged.n), Count.exact(judged.unanimous))


def whole_figures(whole: Judged, parts: Sequence[Judged], asking: Asking) -> Iterator[Figure]:
    """The figures about all files; `parts` are the groups that they are made of."""
    yield from _figures(whole, tuple(map(people_of, parts)), {}, asking)


def _figures(
    judged: Judged, people: tuple[People, ...], of: dict[str, str], asking: Asking
) -> Iterator[Figure]:
    alike, level = judged.alike, asking.level
    yield Figure("agreed", "rate", alike.value, alike.interval(level), of, WILSON, people)
    if judged.alpha is None:
        return
    few = (Note("few-of-a-kind"),) if rarest(judged) < FEW_OF_A_KIND else ()
    between = judged.interval(level)
    yield Figure("by-chance", "rate", judged.by_chance, None, of, "", people)
    yield Figure("beyond-chance", "number", judged.alpha, between, of, JACKKNIFE, people, notes=few)
    if asking.is_in_pairs:
        kappa = judged.as_kappa(judged.alpha)
        ends = Interval(judged.as_kappa(between.low), judged.as_kappa(between.high), level)
        yield Figure("kappa", "number", kappa, ends, of, JACKKNIFE, people)


def rarest(judged: Judged) -> int:
    """How many files got something else than the commonest judgement from somebody."""
    return judged.n - max((judged.all_of(kind) for kind in judged.kinds), default=0)


def group_figures(found: Compared, asking: Asking) -> Iterator[Figure]:
    """The figures about one group, and the difference with the others."""
    of, level = {asking.across: found.level}, asking.level
    mine, other = people_of(found.mine), people_of(found.other)
    yield from _figures(found.mine, (mine,), of, asking)
    both = found.mine.alike, found.other.alike
    yield Figure(
        "reference-agreed", "rate", both[1].value, both[1].interval(level), of, WILSON, (other,)
    )
    yield Figure(
        "agreed-difference",
        "difference",
        both[0].value - both[1].value,
        difference_interval(*both, level),
        of,
        NEWCOMBE,
        (mine, other),
    )


def counted(judged: Sequence[Judged], of: dict[str, str]) -> Figure:
    """A figure without a value: which files there are, so that small numbers are hidden."""
    return Figure(COUNTED, "people", None, of=of, people=tuple(map(people_of, judged)))


def number_figures(squares: Squares, level: float) -> Iterator[Figure]:
    """Which part of the differences between numbers comes from the files."""
    people = (People(Count.exact(squares.files)),)
    few = squares.raters < FEW_RATERS or squares.files < FEW_FILES
    notes = (Note("few-assessors"),) if few else ()
    for name, part, between in (
        ("from-file", squares.of_agreement, squares.agreement(level)),
        ("from-file-same-strictness", squares.of_consistency, squares.consistency(level)),
    ):
        yield _part(name, part, between, people, notes)
        notes = ()


def _part(
    name: str, part: float, between: Interval, people: tuple[People, ...], notes: tuple[Note, ...]
) -> Figure:
    """A part of the differences, which is never below 0: less than by chance is called 0."""
    ends = Interval(max(between.low, 0.0), max(between.high, 0.0), between.level)
    below = (Note("less-than-chance"),) if part < 0 else ()
    return Figure(name, "share", max(part, 0.0), ends, {}, SHROUT, people, notes=(*notes, *below))
