"""The figures of the combinations that are shown, each with the people it tells about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from waterpas.measure.combinations.groups import Group, Of, Table
from waterpas.measure.combinations.interaction import Extra, extra_of
from waterpas.measure.combinations.pooling import Pool
from waterpas.measure.combinations.search import Compared
from waterpas.measure.combinations.strata import Own, Strata
from waterpas.measure.proportions import wilson_interval
from waterpas.measure.rounding import outer_rate_interval
from waterpas.measure.small import interval_may_be_too_narrow
from waterpas.results import Count, Figure, Interval, Note, People

NOBODY = People(Count.exact(0), Count.exact(0))


@dataclass(frozen=True, slots=True)
class Pair:
    """What two characteristics add to each other; `decided`: at a level for all pairs at once."""

    group: Group
    extra: Extra
    decided: Interval
    four: tuple[People, ...]


def pair_of(group: Group, table: Table, *, level: float, family: int) -> Pair | None:
    """A group of two characteristics in its own table, folded to four; None: one is empty."""
    (first, a), (second, b) = group.of
    four: dict[tuple[bool, bool], list[int]] = {}
    for each in table.groups:
        own = dict(each.of)
        into = four.setdefault((own[first] == a, own[second] == b), [0, 0])
        cases, n = each.counted
        into[0] += cases
        into[1] += n
    if len(four) < 4:
        return None
    order = ((True, True), (True, False), (False, True), (False, False))
    both, only_first, only_second, neither = ((four[each][0], four[each][1]) for each in order)
    sides = {"both": both, "first": only_first, "second": only_second, "neither": neither}
    return Pair(
        group,
        extra_of(**sides, level=level),
        extra_of(**sides, level=1 - 0.05 / family).points_interval,
        tuple(People(Count.exact(n), Count.exact(x)) for x, n in sides.values()),
    )


def figures_of(
    each: Compared, table: Table, *, pool: Pool | None, own: Own | None, pair: Pair | None
) -> Iterator[Figure]:
    """Everything that is shown of one combination."""
    of, group = dict(each.group.of), each.group
    notes = _notes(each)
    yield Figure("rate", "rate", each.rate, _rate_interval(each), of, "wilson", (group.people,))
    everybody = told_by(group, table)
    if pool is not None and group.exact:
        cases, n = group.counted
        interval = pool.interval(cases, n, level=each.interval.level)
        yield Figure("pooled", "rate", pool.rate(cases, n), interval, of, "beta", everybody)
    yield Figure(
        "difference",
        "difference",
        each.difference,
        each.interval,
        of,
        "newcombe",
        everybody,
        notes=notes,
    )
    if pair is not None:
        yield from _of_pair(pair, of)
    if own is not None:
        yield Figure("own", "difference", own.points, own.points_interval, of, "mode", everybody)


def _rate_interval(each: Compared) -> Interval:
    group, level = each.group, each.interval.level
    if group.exact:
        return wilson_interval(*group.counted, level=level)
    return outer_rate_interval(cases=group.cases, total=group.n, level=level)


def _notes(each: Compared) -> tuple[Note, ...]:
    few = interval_may_be_too_narrow(each.group.counted[1], each.others.counted[1])
    return (Note("small-numbers"),) if few else ()


def _of_pair(pair: Pair, of: Mapping[str, str]) -> Iterator[Figure]:
    found = pair.extra
    yield Figure("extra", "difference", found.points, found.points_interval, of, "mover", pair.four)
    if found.reri is not None:
        yield Figure("reri", "number", found.reri, found.reri_interval, of, "mover", pair.four)


def told_by(group: Group, table: Table) -> tuple[People, ...]:
    """The people a figure tells about when it lies beside the rest of its table.

    The group itself, the smallest of the table, and all others together: whoever adds up counts
    everybody once.
    """
    least = smallest(table)
    rest = [each for each in table.groups if each is not group and each is not least]
    found = [group.people]
    if least is not group:
        found.append(least.people if least else NOBODY)
    if rest:
        found.append(_together(rest))
    return tuple(found)


def smallest(table: Table) -> Group | None:
    """The group of which least is known to be safe; None: a combination in which nobody is."""
    if table.empty:
        return None
    return min(table.groups, key=lambda group: (least(group.people), group.of))


def least(people: People) -> int:
    """The people, those with the outcome or those without it: the fewest of these three."""
    n, cases = people.n.value or 0, people.cases.value or 0 if people.cases else 0
    return min(n, cases, n - cases)


def _together(groups: list[Group]) -> People:
    n, cases = groups[0].n, groups[0].cases
    for each in groups[1:]:
        n, cases = n + each.n, cases + each.cases
    return People(n, cases)


def smallest_told(told: tuple[People, ...], of: Of) -> Figure:
    """Carries the smallest group that a table tells about, for every group that is shown of it.

    No figure: disclosure control goes by its people. So a table with one group that is too small,
    or one that would give a small group elsewhere away, goes whole.
    """
    return Figure("smallest", "people", None, of=dict(of), people=(smallest_of(told),))


def smallest_of(told: Iterable[People]) -> People:
    """Those of whom least is known to be safe."""
    return min(told, key=least)


def of_everybody(found: int, everybody: People, told: Iterable[People]) -> Figure:
    """How many combinations were found to differ; it tells of every table that was looked at."""
    return Figure("found", "people", float(found), people=(everybody,), also=tuple(told))


def of_strata(strata: Strata, table: Table) -> Iterator[Figure]:
    """How far the combinations lie apart, and which part of it is adding up."""
    people = told_by(table.groups[0], table)
    yield Figure(
        "vpc", "share", strata.vpc, strata.vpc_interval, method="nine-points", people=people
    )
    if strata.pcv is not None:
        yield Figure("pcv", "share", strata.pcv, method="nine-points", people=people)
