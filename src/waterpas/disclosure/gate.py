"""From an estimate to a figure that may be shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from waterpas.disclosure.certainty import by_what_is_shown
from waterpas.disclosure.few import few_unknown, without_few_unknown, without_numbers
from waterpas.disclosure.figures import shown_figures, told_source
from waterpas.disclosure.rules import MINIMUM, Audience, too_small
from waterpas.disclosure.steps import given_away
from waterpas.disclosure.sums import Counts, Key, totals_over_hidden
from waterpas.results import (
    Chain,
    ChainStep,
    Comparison,
    Count,
    GroupResult,
    Measured,
    Note,
    Result,
    Suppressed,
)
from waterpas.tallies.other_values import without_counts

GONE = Count(None, 0, 0)


@dataclass(frozen=True, slots=True)
class Released:
    """A result that passed disclosure control, for whom, and how many groups it hides.

    Only this module makes one. Screens and exports accept nothing else.
    """

    result: Result
    audience: Audience
    minimum: int
    hidden: int


def release(result: Result, *, audience: Audience, minimum: int = MINIMUM) -> Released:
    """Hide every group that is too small, and every figure that would give it away.

    Answers: "which of these figures may this audience see?" It looks at this one result only: it
    does not know what was released before, and it is no defence against someone who lays two
    tables of the same people side by side.

    A hidden group loses its counts, rate and comparisons. The reference's counts leave the other
    groups when the reference is hidden. Against everybody, or everybody else, one hidden group
    could be worked out from the rest: then no comparison is shown at all, nor the row of
    everybody. A group that is, or could be, the sum of groups with a hidden one among them goes
    too, whatever anybody says of it. Of a chain, a step goes as well where it tells how many fell
    away in a hidden one.
    Of a few people it is not told how many they are, when their outcome or group is unknown.
    The fingerprint of the source never leaves: see `figures.told_source`. With anything hidden, its
    rows go too, and the numbers in the notes. Adjusted p-values never leave: one can be that of a
    hidden group, or of another outcome. The word for how sure we are goes by what is shown: see
    `certainty`. For the figures of another method see `figures`.

    Parameters
    ----------
    result : Comparison, Chain or Measured
    audience : {"internal", "council", "public"}
    minimum : int, default 10
        Fewest people in a group, with the outcome, and without it. May be raised, not lowered.

    Raises
    ------
    ValueError
        If `minimum` is under 10.
    """
    if minimum < MINIMUM:
        raise ValueError(f"minimum must be at least {MINIMUM}, got {minimum}")
    if isinstance(result, Measured):
        figures, gone = shown_figures(result, minimum=minimum)
        return Released(figures, audience, minimum, gone)
    released: Comparison | Chain
    if isinstance(result, Chain):
        also = given_away(result, minimum=minimum)
        totals = _totals([step.comparison for step in result.steps], also.values(), minimum)
        steps = (_step(s, minimum, also[s.id], totals) for s in result.steps)
        released = replace(result, steps=tuple(steps))
        comparisons = [step.comparison for step in released.steps]
    else:
        released = _comparison(result, minimum, frozenset(), _totals([result], (), minimum))
        comparisons = [released]
    hidden = sum(g.suppressed is not None for c in comparisons for g in c.groups)
    few = hidden or any(few_unknown(g, minimum=minimum) for c in comparisons for g in c.groups)
    told = _told(by_what_is_shown(released), minimum=minimum, hidden=bool(few))
    return Released(_with_told_sources(told, guarded=bool(few)), audience, minimum, hidden)


def _told(result: Comparison | Chain, *, minimum: int, hidden: bool) -> Comparison | Chain:
    """The result with only what may be said beside the figures."""
    most = None if hidden else minimum

    def notes(each: Comparison | Chain) -> tuple[Note, ...]:
        return without_numbers(without_counts(each.notes, minimum=most), minimum=most)

    def alone(comparison: Comparison) -> Comparison:
        groups = (without_few_unknown(group, minimum=minimum) for group in comparison.groups)
        bare = tuple(replace(group, p_adjusted=None) for group in groups)
        return replace(comparison, groups=bare, notes=notes(comparison))

    if isinstance(result, Comparison):
        return alone(result)
    steps = tuple(replace(step, comparison=alone(step.comparison)) for step in result.steps)
    return replace(result, notes=notes(result), steps=steps)


def _with_told_sources(result: Comparison | Chain, *, guarded: bool) -> Comparison | Chain:
    """Guarded: without what was made of all people together, of which the hidden are the rest."""
    sources = tuple(told_source(each, guarded=guarded) for each in result.sources)
    if isinstance(result, Comparison):
        return replace(result, sources=sources)
    steps = (replace(s, comparison=replace(s.comparison, sources=sources)) for s in result.steps)
    return replace(result, sources=sources, steps=tuple(steps))


def _totals(
    comparisons: Sequence[Comparison], also: Iterable[frozenset[str]], minimum: int
) -> frozenset[Key]:
    """The groups that are a sum over a hidden one; of a chain: hidden in one of its steps."""
    gone = frozenset[str]().union(*also)
    counts: dict[Key, Counts] = {}
    hidden: set[Key] = set()
    for comparison in comparisons:
        named = comparison.reference.kind == "level"
        for group in comparison.groups:
            if group.is_reference and not named:
                continue  # the row of everybody is no group
            key = tuple(group.group.values())
            counts[key] = (*counts.get(key, ()), group.n, group.cases)
            if too_small(group, minimum=minimum) or group.group[comparison.across] in gone:
                hidden.add(key)
    return totals_over_hidden(counts, hidden, minimum=minimum)


def _step(step: ChainStep, minimum: int, also: frozenset[str], totals: frozenset[Key]) -> ChainStep:
    comparison = _comparison(step.comparison, minimum, also, totals)
    across, groups = comparison.across, comparison.groups
    seen = {g.group[across] for g in groups if g.ratio is not None}
    return replace(
        step,
        comparison=comparison,
        cumulative={level: each for level, each in step.cumulative.items() if level in seen},
        # Of groups that the source itself hides too little is known to show anything.
        cumulative_allowed={},
    )


def _comparison(
    comparison: Comparison, minimum: int, also: frozenset[str], totals: frozenset[Key]
) -> Comparison:
    """The comparison without the groups that are too small, and those that give one away.

    `also`: the levels that another step would give away; `totals`: the sums over a hidden group.
    """
    why = [
        _why_hidden(group, comparison.across, minimum, also, totals) for group in comparison.groups
    ]
    alone = comparison.reference.kind == "level"
    strata = {_stratum(g, comparison) for g, w in zip(comparison.groups, why, strict=True) if w}
    blind = {
        _stratum(g, comparison)
        for g, w in zip(comparison.groups, why, strict=True)
        if w and g.is_reference
    }
    groups = []
    for group, reason in zip(comparison.groups, why, strict=True):
        here = _stratum(group, comparison)
        if reason or (group.is_reference and not alone and here in strata):
            groups.append(_hide(group, reason or "small-group"))
        elif here in blind or (not alone and here in strata):
            groups.append(_without_comparison(group))
        else:
            groups.append(group)
    return replace(comparison, groups=tuple(groups))


def _why_hidden(
    group: GroupResult,
    across: str,
    minimum: int,
    also: frozenset[str],
    totals: frozenset[Key],
) -> str:
    """Why a group is hidden; empty: it is not."""
    if too_small(group, minimum=minimum):
        return "small-group"
    if group.group[across] in also:
        return "other-step-hidden"
    return "total-over-hidden" if tuple(group.group.values()) in totals else ""


def _stratum(group: GroupResult, comparison: Comparison) -> tuple[str, ...]:
    return tuple(group.group[column] for column in comparison.by)


def _hide(group: GroupResult, why: str) -> GroupResult:
    bare = _without_comparison(group)
    reason = group.suppressed or Suppressed(why)
    return replace(bare, n=GONE, cases=GONE, rate=None, unknown=None, suppressed=reason, notes=())


def _without_comparison(group: GroupResult) -> GroupResult:
    return replace(
        group,
        difference=None,
        ratio=None,
        p=None,
        p_adjusted=None,
        certainty=None,
        detectable=None,
        decided=None,
        reference_n=None,
        reference_cases=None,
        allowed=None,
        suppressed=group.suppressed or Suppressed("reference-not-shown"),
        notes=(),
    )
