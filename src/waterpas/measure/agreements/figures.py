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
    """One group beside those it is compared with."""

    level: str
    mine: Judged
    other: Judged


def people_of(judged: Judged) -> People:
    """The files, and on how many of them all judgements are alike."""
    return People(Count.exact(judged.n), Count.exact(judged.unanimous))


def kinds_of(judged: Judged) -> tuple[People, ...]:
    """Per kind of judgement the files that got it from all: chance and agreement tell of those."""
    return tuple(
        People(Count.exact(judged.n), Count.exact(judged.all_of(kind))) for kind in judged.kinds
    )


def whole_figures(whole: Judged, parts: Sequence[Judged], level: float) -> Iterator[Figure]:
    """The figures about all files; `parts` are the groups that they are made of.

    Chance over all files, less that over all groups but one, tells of that one: so each counts.
    """
    also = tuple(people for part in parts for people in kinds_of(part))
    yield from _figures(whole, tuple(map(people_of, parts)), {}, level, also=also)


def _figures(
    judged: Judged,
    people: tuple[People, ...],
    of: dict[str, str],
    level: float,
    *,
    also: tuple[People, ...],
) -> Iterator[Figure]:
    alike = judged.alike
    yield Figure("agreed", "rate", alike.value, alike.interval(level), of, WILSON, people)
    if judged.alpha is None:
        return
    few = (Note("few-of-a-kind"),) if rarest(judged) < FEW_OF_A_KIND else ()
    yield Figure("by-chance", "rate", judged.by_chance, None, of, "", people, also=also)
    yield Figure(
        "beyond-chance",
        "number",
        judged.alpha,
        judged.interval(level),
        of,
        JACKKNIFE,
        people,
        also=also,
        notes=few,
    )
    if judged.is_in_pairs:
        kappa, between = judged.as_kappa(judged.alpha), judged.interval(level)
        ends = Interval(judged.as_kappa(between.low), judged.as_kappa(between.high), level)
        yield Figure("kappa", "number", kappa, ends, of, JACKKNIFE, people, also=also)


def rarest(judged: Judged) -> int:
    """How many files got something else than the commonest judgement from somebody."""
    return judged.n - max((judged.all_of(kind) for kind in judged.kinds), default=0)


def group_figures(found: Compared, *, across: str, level: float) -> Iterator[Figure]:
    """The figures about one group, and the difference with the others."""
    of = {across: found.level}
    mine, other = people_of(found.mine), people_of(found.other)
    yield from _figures(found.mine, (mine,), of, level, also=kinds_of(found.mine))
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
