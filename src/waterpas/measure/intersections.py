"""Combinations: who is worst off, when all characteristics are looked at together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from waterpas.measure.against import EVERYBODY_ELSE
from waterpas.measure.combinations import answers, figures, notes
from waterpas.measure.combinations.asked import SHOWN, Asked, asked
from waterpas.measure.combinations.figures import Pair, pair_of
from waterpas.measure.combinations.given_away import given_away, small
from waterpas.measure.combinations.groups import Group, Of, Table, every_table, full_table
from waterpas.measure.combinations.pooling import Pool, pool
from waterpas.measure.combinations.search import Compared, ranked, search
from waterpas.measure.combinations.strata import Strata, strata_of
from waterpas.measure.mixed.data import NotFitted
from waterpas.measure.whole import with_cells
from waterpas.results import (
    NOTHING_UNSEEN,
    Answer,
    Count,
    Figure,
    Measured,
    Note,
    People,
    Reference,
    Unseen,
)
from waterpas.tallies.tally import Tally

OWN_SHOWN = 5
Told = dict[tuple[str, ...], tuple[People, ...]]


@dataclass(frozen=True, slots=True)
class _Found:
    """Everything a search gave, before it becomes figures."""

    tables: tuple[Table, ...]
    closed: tuple[Table, ...]
    told: Told
    everybody: Group
    compared: tuple[Compared, ...]
    shown: tuple[Compared, ...] = ()
    pairs: tuple[Pair, ...] = ()
    whole: Table | None = None
    strata: Strata | NotFitted | None = None
    pools: dict[tuple[str, ...], Pool | None] = field(default_factory=dict)


@with_cells
def intersections(
    tally: Tally,
    *,
    across: str,
    columns: str | Sequence[str] = (),
    depth: int = 2,
    reference: str | Reference = EVERYBODY_ELSE,
    level: float = 0.95,
    most: int = SHOWN,
    also_small: bool = True,
) -> Measured:
    """Search all combinations of characteristics for those that are worst off.

    Answers: "for which combinations is the outcome more, or less, frequent than for everybody
    else; and is that more than the characteristics on their own add up to?" It does not say why,
    or whether a difference is justified, and not that combinations that are not named are equal.
    People are in many combinations: differences of overlapping ones are not added up.

    Parameters
    ----------
    tally : Tally
        Counts with a yes/no outcome, none of them hidden, over at least these columns.
    across : str
        One of the characteristics (on the platform: the groups of the study).
    columns : str or sequence of str
        The other characteristics.
    depth : int, default 2
        How many characteristics a combination holds at most; single characteristics are in it too.
    reference : str or Reference
        EVERYBODY_ELSE, or EVERYBODY (all people, the combination included). Who names a group gets
        everybody else, and a note.
    level : float, default 0.95
        Confidence level of the intervals that are given, from 0.8 to 0.999. What is called a
        difference always goes by 95%.
    most : int, default 20
        How many combinations get figures: first those whose interval is furthest on the wrong side.
    also_small : bool, default True
        Whether to search in tables that may not be shown as well. False (as the platform does):
        only in sets of columns of which the whole table may be shown, and which, with all others,
        give away no group of fewer than ten.

    Returns
    -------
    Measured
        Per combination `rate` (Wilson), `pooled` (drawn to the middle of its table; beta-binomial),
        `difference` (Newcombe; p by the score test, or the exact one where few cases are expected,
        adjusted after Benjamini and Hochberg over all combinations); of pairs that differ `extra`
        and `reri` (additive interaction); of full combinations `own` (what it has beyond its
        parts); and about everybody `found`, `vpc` and `pcv` (MAIHDA, nine quadrature points).

    Raises
    ------
    CallError
        If it is no tally, a column or the outcome names officials or other people, a column is not
        in it or is there twice, it has no yes/no outcome, it allows for repeated persons, a number
        is below 1, or there are over 200,000 combinations.
    LevelError
        If `level` is below 0.8 or above 0.999.

    References
    ----------
    Per statistic in `waterpas.measure.combinations`; see docs/methoden/intersections.md.

    Examples
    --------
    >>> from waterpas.tallies.build import tally
    >>> rows = [("a", "x", 200, 60), ("a", "y", 200, 58), ("b", "x", 200, 62), ("b", "y", 200, 24)]
    >>> counts = tally([dict(zip(("one", "two", "n", "yes"), row)) for row in rows],
    ...                by=["one", "two"], outcome="yes", count="n")
    >>> result = intersections(counts, across="one", columns="two")
    >>> [(a.code, dict(a.of)) for a in result.answers][1]
    ('less', {'one': 'b', 'two': 'y'})
    """
    wanted = asked(
        tally,
        across=across,
        columns=columns,
        depth=depth,
        reference=reference,
        level=level,
        most=most,
        also_small=also_small,
    )
    whole = tally.roll_up(to=wanted.columns).without_totals()
    if reason := _cannot(whole):
        return _measured(whole, wanted, (Answer(reason),))
    return _searched(whole, wanted)


def _searched(whole: Tally, wanted: Asked, unseen: Unseen = NOTHING_UNSEEN) -> Measured:
    """All of it; anew only in tables that may be shown, for no other may move what is found."""
    # Where nothing is shown, nothing is searched: what is hidden tells that it was found.
    made = _made(whole, replace(wanted, nowhere=unseen.hides({}, [""])))
    return replace(made, anew=partial(_searched, whole, replace(wanted, also_small=False)))


def _made(whole: Tally, wanted: Asked) -> Measured:
    found = _found(whole, wanted)
    return _measured(
        whole,
        wanted,
        tuple(_answers(found)),
        figures=tuple(_figures(found)),
        more=tuple(_notes(found)),
        family=sum(each.p is not None for each in found.compared),
    )


def _cannot(tally: Tally) -> str:
    """Why there is nothing to search for; empty: there is."""
    counts = [(cell.n, cell.cases) for cell in tally.cells.values()]
    if any(n.value is None or cases is None or cases.value is None for n, cases in counts):
        return "cannot-hidden"
    total = tally.total
    if not total.n.value:
        return "nobody"
    if total.cases and total.cases.value in {0, total.n.value}:
        return "all-alike"
    if all(len(tally.levels(column)) < 2 for column in tally.by):
        return "one-group"
    return ""


def _found(tally: Tally, wanted: Asked) -> _Found:
    tables = every_table(tally, columns=wanted.columns, depth=wanted.depth)
    told = given_away(tally, tables, columns=wanted.columns)
    shut = tuple(t for t in tables if wanted.nowhere or any(map(small, told[t.columns])))
    closed = () if wanted.also_small else shut
    searched = tuple(table for table in tables if table not in closed)
    everybody = Group((), tally.total.n, tally.total.cases or Count.exact(0))
    included = wanted.reference.kind == "everybody"
    compared = search(searched, everybody=everybody, level=wanted.level, included=included)
    return _more(_Found(searched, closed, told, everybody, compared), tally, wanted)


def _more(found: _Found, tally: Tally, wanted: Asked) -> _Found:
    """What is shown, and what belongs to it: pairs, pools, and the full combinations."""
    whole = full_table(tally, columns=wanted.columns)
    strata = _strata(tally, whole, wanted)
    shown = _shown(found.compared, _own_groups(strata), tally, wanted)
    tables = {table.columns: table for table in found.tables}
    names = {each.group.columns for each in shown}
    return replace(
        found,
        shown=shown,
        pairs=tuple(_pairs(shown, tables, wanted)),
        pools={each: pool([g.counted for g in tables[each].groups]) for each in names},
        whole=whole,
        strata=strata,
    )


def _strata(tally: Tally, whole: Table, wanted: Asked) -> Strata | NotFitted | None:
    """The full combinations; None: they may not be shown, and only that was asked for."""
    if len(whole.columns) < 2:
        return NotFitted("one-column")
    if not all(group.exact for group in whole.groups):
        return NotFitted("rounded")
    if wanted.nowhere or (not wanted.also_small and any(map(small, whole.people))):
        return None
    return strata_of(whole, level=wanted.level)


def _own_groups(strata: Strata | NotFitted | None) -> list[Of]:
    """The full combinations that have something of their own, the clearest first."""
    if not isinstance(strata, Strata):
        return []
    clear = [each for each in strata.own if not each.points_interval.holds(0.0)]
    return [each.of for each in sorted(clear, key=lambda each: -each.clear)[:OWN_SHOWN]]


def _shown(
    compared: Sequence[Compared], own: Sequence[Of], tally: Tally, wanted: Asked
) -> tuple[Compared, ...]:
    """The combinations that get figures: what was found goes first, the worst off before others."""
    order = ranked(compared, effect=tally.question.effect)
    order.sort(key=lambda each: not each.found)
    first, rest = order[: wanted.most], order[wanted.most :]
    return (*first, *(each for each in rest if each.group.of in own))


def _pairs(
    shown: Sequence[Compared], tables: dict[tuple[str, ...], Table], wanted: Asked
) -> Iterator[Pair]:
    twos = [each.group for each in shown if each.found and len(each.group.of) == 2]
    for group in twos:
        table = tables[group.columns]
        if all(each.exact for each in table.groups):
            made = pair_of(group, table, level=wanted.level, family=len(twos))
            yield from [made] if made else []


def _answers(found: _Found) -> Iterator[Answer]:
    yield answers.overall(found.compared)
    yield from answers.of_groups(found.shown)
    yield from answers.of_pairs(found.pairs, found.shown)
    if isinstance(found.strata, Strata):
        yield answers.of_strata(found.strata)


def _figures(found: _Found) -> Iterator[Figure]:
    tables = {table.columns: table for table in found.tables}
    pairs = {pair.group.of: pair for pair in found.pairs}
    own = {each.of: each for each in found.strata.own} if isinstance(found.strata, Strata) else {}
    claimed = sum(each.found for each in found.compared)
    told = [figures.smallest_of(found.told[table.columns]) for table in found.tables]
    yield figures.of_everybody(claimed, found.everybody.people, told)
    if isinstance(found.strata, Strata) and found.whole:
        yield from figures.of_strata(found.strata, found.whole)
    for each in found.shown:
        of, table = each.group.of, tables[each.group.columns]
        yield figures.smallest_told(found.told[table.columns], of)
        yield from figures.figures_of(
            each, table, pool=found.pools[table.columns], own=own.get(of), pair=pairs.get(of)
        )


def _notes(found: _Found) -> Iterator[Note]:
    yield from notes.table_notes(found.tables, found.closed)
    yield from notes.strata_notes(found.strata, found.whole)


def _measured(
    tally: Tally,
    wanted: Asked,
    said: tuple[Answer, ...],
    *,
    figures: tuple[Figure, ...] = (),
    more: tuple[Note, ...] = (),
    family: int = 0,
) -> Measured:
    return Measured(
        method="intersections",
        answers=said,
        figures=figures,
        sources=tally.sources,
        across=wanted.columns[0],
        reference=wanted.reference,
        asked={"columns": wanted.columns, "depth": wanted.depth},
        outcome=tally.outcome or "",
        level=wanted.level,
        family=family,
        rounded_to=tally.rounded_to,
        question=tally.question,
        unsaid=notes.unsaid(wanted.columns, share=any(f.name == "vpc" for f in figures)),
        notes=(*notes.whole_notes(tally, wanted, family=family), *more),
    )
