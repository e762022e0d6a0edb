"""Groups compared on one outcome: rate, difference, ratio, and how sure we are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from waterpas.errors import CallError
from waterpas.measure.against import EVERYBODY, Against, against, reference_of, totals_of
from waterpas.measure.allowed import allowed
from waterpas.measure.estimates import certainty_of, compare, rate_of
from waterpas.measure.given import check_outcome, check_tally
from waterpas.measure.levels import check_asked_level
from waterpas.measure.multiplicity import benjamini_hochberg
from waterpas.measure.notes import comparison_notes, group_notes, with_family
from waterpas.measure.pairs_of_counts import Side, side_of
from waterpas.results import (
    Comparison,
    Count,
    Estimate,
    GroupResult,
    Reference,
    Suppressed,
    Unknown,
)
from waterpas.tallies.each_once import refuse_twice
from waterpas.tallies.tally import Cell, Tally
from waterpas.texts import mark

Stratum = tuple[str, ...]


def compare_groups(
    tally: Tally,
    *,
    across: str,
    reference: str | Reference,
    by: str | Sequence[str] = (),
    level: float = 0.95,
    because: str | None = None,
) -> Comparison:
    """Compare the rate of an outcome between groups, each with a named reference.

    Answers: "how much more (or less) often does this happen to people in this group than to those
    in the reference group, and how sure are we?" It does not say why, it corrects for nothing but
    the strata in `by`, and it does not say whether a difference is justified.

    Parameters
    ----------
    tally : Tally
        Counts with a yes/no outcome, over at least the columns `across` and `by`.
    across : str
        The column whose levels are the groups.
    reference : str or Reference
        A level of `across`; or EVERYBODY (all people, the group included) or EVERYBODY_ELSE. A
        random sample is a level like any other. It must be named; there is no default.
    by : str or sequence of str
        Columns that make strata: each group is compared with the reference in the same stratum.
    level : float, default 0.95
        Confidence level of the intervals that are given, from 0.8 to 0.999. It does not move the
        word for how sure we are: that always goes by the 95% interval.
    because : str, optional
        Why this reference; it is printed with the result.

    Returns
    -------
    Comparison
        One GroupResult per group and stratum. Rates and differences are proportions, group minus
        reference. Differences: Newcombe (1998) method 10, with Miettinen-Nurminen (1985) beside
        it; ratios: Katz (1978), or the score interval with fewer than 10 cases in a group.
        p-values are adjusted after Benjamini and Hochberg (1995) over all groups and strata.

    Raises
    ------
    CallError
        If it is no tally, a column or the outcome names officials or other people, a column or the
        reference is not in it, or it has no yes/no outcome.
    LevelError
        If `level` is below 0.8 or above 0.999.

    Examples
    --------
    >>> from waterpas.tallies.build import tally
    >>> counts = tally([{"sex": "m", "n": 2691, "x": 1198}, {"sex": "f", "n": 1835, "x": 557}],
    ...                by=["sex"], outcome="x", count="n")
    >>> result = compare_groups(counts, across="sex", reference="m")
    >>> round(result.groups[1].rate.value, 4), round(result.groups[1].ratio.value, 4)
    (0.3035, 0.6818)
    """
    check_tally(tally)
    check_asked_level(level)
    check_outcome(tally)
    by = _strata_columns(by, across=across)
    whole = tally.roll_up(to=(across, *by)) if tally.by != (across, *by) else tally
    chosen = reference_of(reference, levels=whole.levels(across), across=across, because=because)
    _refuse_shared_persons(whole, chosen)
    groups = tuple(_all_groups(whole, across=across, by=by, reference=chosen, level=level))
    comparison = Comparison(
        across=across,
        by=by,
        reference=chosen,
        outcome=whole.outcome or "",
        groups=groups,
        level=level,
        family=0,
        sources=whole.sources,
        rounded_to=whole.rounded_to,
        question=whole.question,
    )
    (adjusted,) = adjust([comparison])
    return replace(adjusted, notes=comparison_notes(adjusted, tally=whole))


def adjust(comparisons: list[Comparison]) -> list[Comparison]:
    """Adjust p-values over one family: every group and stratum of all these comparisons.

    The family is fixed by the question, before any result is looked at.
    """
    groups = [group for comparison in comparisons for group in comparison.groups]
    adjusted = iter(benjamini_hochberg([group.p for group in groups]))
    family = sum(group.p is not None for group in groups)
    return [
        replace(
            comparison,
            groups=tuple(_with_p(group, next(adjusted)) for group in comparison.groups),
            family=family,
            notes=with_family(comparison.notes, family),
        )
        for comparison in comparisons
    ]


def _with_p(group: GroupResult, adjusted: float | None) -> GroupResult:
    changed = replace(group, p_adjusted=adjusted)
    return replace(changed, certainty=certainty_of(changed))


def _strata_columns(by: str | Sequence[str], *, across: str) -> tuple[str, ...]:
    columns = (by,) if isinstance(by, str) else tuple(by)
    refuse_twice((across, *columns))
    return columns


def _refuse_shared_persons(tally: Tally, reference: Reference) -> None:
    """Sums over persons cannot be added: one person may stand in several of the groups."""
    if tally.has_repeats and reference.kind != "level":
        raise CallError(
            mark(
                "Als een persoon vaker kan voorkomen, is vergelijken met iedereen of met alle "
                "anderen niet mogelijk: wie in meer groepen voorkomt, telt dan dubbel. Kies één "
                "groep als referentie."
            )
        )


def _all_groups(
    tally: Tally, *, across: str, by: tuple[str, ...], reference: Reference, level: float
) -> Iterator[GroupResult]:
    totals = totals_of(tally, across)
    strata: dict[Stratum, dict[str, Cell]] = {}
    for (name, *rest), cell in tally.cells.items():
        strata.setdefault(tuple(rest), {})[name] = cell
    for stratum, cells in strata.items():
        where = dict(zip(by, stratum, strict=True))
        if reference.kind == "everybody":
            each_once = [cell for name, cell in cells.items() if name not in totals]
            yield _everybody(each_once, across=across, where=where, level=level)
        for name, cell in cells.items():
            whom = against(reference, level=name, cells=cells, totals=totals)
            is_reference = name == reference.level and reference.kind == "level"
            yield _group(
                cell,
                group={across: name, **where},
                whom=whom,
                is_reference=is_reference,
                level=level,
            )


def _everybody(
    cells: list[Cell], *, across: str, where: Mapping[str, str], level: float
) -> GroupResult:
    total = sum(cells, Cell(n=Count.exact(0), cases=Count.exact(0)))
    group = {across: EVERYBODY, **where}
    return _group(total, group=group, whom=Against(None), is_reference=True, level=level)


def _group(
    cell: Cell, *, group: Mapping[str, str], whom: Against, is_reference: bool, level: float
) -> GroupResult:
    side = side_of(cell)
    if is_reference:
        return _reference_row(side, cell=cell, group=group, level=level)
    reference = whom.side
    found = compare(side, whom, level=level) if side.known and _known(reference) else None
    return GroupResult(
        group=group,
        is_reference=False,
        n=side.n,
        cases=side.cases,
        rate=rate_of(side, level=level),
        difference=found.difference if found else None,
        ratio=found.ratio if found else None,
        p=found.p if found else None,
        p_adjusted=None,
        certainty=None,
        detectable=found.detectable if found else None,
        decided=found.decided if found else None,
        reference_n=reference.n if reference else None,
        reference_cases=reference.cases if reference else None,
        unknown=_unknown(cell),
        suppressed=_why_not(side, reference),
        allowed=allowed(side, whom, level=level),
        notes=group_notes(side, reference, found=found, unknown=_unknown(cell)),
    )


def _reference_row(
    side: Side, *, cell: Cell, group: Mapping[str, str], level: float
) -> GroupResult:
    same = side.known
    return GroupResult(
        group=group,
        is_reference=True,
        n=side.n,
        cases=side.cases,
        rate=rate_of(side, level=level),
        difference=Estimate(0.0, None, "reference") if same else None,
        ratio=Estimate(1.0, None, "reference") if same else None,
        p=None,
        p_adjusted=None,
        certainty=None,
        detectable=None,
        unknown=_unknown(cell),
        suppressed=_why_not(side, side),
        allowed=allowed(side, Against(None), level=level),
        notes=group_notes(side, None, found=None, unknown=_unknown(cell)),
    )


def _known(side: Side | None) -> bool:
    return side is not None and side.known


def _why_not(side: Side, reference: Side | None) -> Suppressed | None:
    if side.n.value is None or side.cases.value is None:
        return Suppressed("hidden-in-source")
    if side.n.value == 0:
        return Suppressed("nobody" if side.n.is_exact else "rounded-to-nobody")
    if reference is None:
        return Suppressed("no-reference-here")
    return None if reference.known else Suppressed("reference-not-known")


def _unknown(cell: Cell) -> Unknown | None:
    """The bounds that missing outcomes allow; with rounded or hidden counts the widest."""
    if not cell.unknown or cell.cases is None:
        return None
    n, cases, unknown = cell.n, cell.cases, cell.unknown
    most = min(cases.high, n.high)
    return Unknown(
        count=unknown,
        lowest_rate=cases.low / (max(n.high, cases.low) + unknown),
        highest_rate=(most + unknown) / (max(n.low, most) + unknown),
    )
