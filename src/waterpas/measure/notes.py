"""What the reader must know beside the figures: codes here, sentences in `explain.notes`."""

from collections.abc import Iterator

from waterpas.codebooks.terms import is_herkomst
from waterpas.measure.against import totals_of
from waterpas.measure.certainty import SURE
from waterpas.measure.differences import score_test_p
from waterpas.measure.estimates import FEW_CASES, Found
from waterpas.measure.pairs_of_counts import Side
from waterpas.measure.small import interval_may_be_too_narrow
from waterpas.results import DECIDING_LEVEL, Comparison, GroupResult, Note, Reference, Unknown
from waterpas.tallies.tally import Tally


def group_notes(
    side: Side, reference: Side | None, *, found: Found | None, unknown: Unknown | None
) -> tuple[Note, ...]:
    """Notes on one group."""
    return tuple(_group_notes(side, reference, found=found, unknown=unknown))


def _group_notes(
    side: Side, reference: Side | None, *, found: Found | None, unknown: Unknown | None
) -> Iterator[Note]:
    if unknown:
        yield Note(
            "unknown-outcome",
            {
                "count": unknown.count,
                "lowest_rate": unknown.lowest_rate,
                "highest_rate": unknown.highest_rate,
            },
        )
    if side.hidden:
        yield Note("hidden-interval")
    elif reference is not None and reference.hidden and side.known:
        yield Note("hidden-reference")
    if found is None or reference is None:
        return
    if interval_may_be_too_narrow(side.effective_n, reference.effective_n):
        yield Note("small-numbers")
    if found.ratio is None:
        exact = reference.cases.is_exact
        yield Note("ratio-undefined" if exact else "ratio-undefined-rounded")
    elif found.ratio.method == "score":
        yield Note("score-ratio-first", {"cases": FEW_CASES})
    if found.ratio is not None and found.ratio.interval is None:
        yield Note("ratio-interval-undefined")
    if found.decided and found.decided.rounding_may_undo:
        yield Note("rounding-matters")


def comparison_notes(comparison: Comparison, *, tally: Tally) -> tuple[Note, ...]:
    """Notes on the whole comparison, the most needed first."""
    return tuple(_comparison_notes(comparison, tally=tally))


def _comparison_notes(comparison: Comparison, *, tally: Tally) -> Iterator[Note]:
    yield Note("not-why")
    yield from level_notes(comparison.level)
    yield from question_notes(tally, columns=(comparison.across, *comparison.by))
    yield from _reference_notes(comparison)
    yield from _unknown_notes(comparison, totals=totals_of(tally, comparison.across))
    if comparison.family > 1:
        yield Note("family", {"count": comparison.family})
    if comparison.rounded_to and has_outer(comparison):
        yield Note("rounded", {"to": comparison.rounded_to})
    yield from tally.notes


def with_family(notes: tuple[Note, ...], family: int) -> tuple[Note, ...]:
    """The same notes, with the number of comparisons as it is now."""
    if not notes:
        return notes
    others = tuple(note for note in notes if note.code != "family")
    return (*others, Note("family", {"count": family})) if family > 1 else others


def has_outer(comparison: Comparison) -> bool:
    """Whether rounding made an outer interval somewhere."""
    figures = [
        figure
        for group in comparison.groups
        for figure in (group.rate, group.difference, group.ratio)
    ]
    return any(figure.outer for figure in figures if figure)


def question_notes(tally: Tally, *, columns: tuple[str, ...]) -> Iterator[Note]:
    """Notes on what was asked, and on what nobody said."""
    question = tally.question
    if any(is_herkomst(column) for column in columns):
        yield Note("herkomst")
    if question.row is None:
        yield Note("row-unsaid")
    if question.effect is None:
        yield Note("effect-unsaid")
    if question.full_count:
        yield Note("full-count")
    if tally.has_repeats:
        if tally.has_repeated_persons:
            yield Note("repeats-allowed")
    elif question.once is False:
        yield Note("repeats-too-narrow")
    elif question.once is None:
        yield Note("repeats-unsaid")


def level_notes(level: float) -> Iterator[Note]:
    """That the intervals are not of the level at which we decide."""
    if level != DECIDING_LEVEL:
        yield Note("level-asked", {"level": level, "hits": round(1000 * level)})


def largest_notes(reference: Reference | None) -> Iterator[Note]:
    """That nobody chose whom to compare with, so that the largest group was taken."""
    if reference is not None and reference.chosen == "largest":
        yield Note("reference-largest", {"level": reference.level})


def _reference_notes(comparison: Comparison) -> Iterator[Note]:
    reference = comparison.reference
    if reference.chosen == "largest":
        yield Note("reference-largest", {"level": reference.level})
    elif reference.reason:
        yield Note("reference-reason", {"reason": reference.reason})
    else:
        yield Note("reference-no-reason")


def _unknown_notes(comparison: Comparison, *, totals: frozenset[str]) -> Iterator[Note]:
    for group in comparison.groups:
        if group.is_reference:
            continue
        whom = _shares_of_whom(group, comparison, totals=totals)
        if whom and _differ(_unknown_share(group), _added(whom)):
            yield Note("unknown-differs", {"group": ", ".join(group.group.values())})


def _shares_of_whom(
    group: GroupResult, comparison: Comparison, *, totals: frozenset[str]
) -> list[tuple[int, int]]:
    """The unknown outcomes of those with whom a group is compared, in its own stratum."""
    here = [
        each
        for each in comparison.groups
        if all(each.group[column] == group.group[column] for column in comparison.by)
    ]
    if comparison.reference.kind == "level":
        return [_unknown_share(each) for each in here if each.is_reference]
    if group.group[comparison.across] in totals:
        return []
    return [
        _unknown_share(each)
        for each in here
        if each is not group
        and not each.is_reference
        and each.group[comparison.across] not in totals
    ]


def _added(shares: list[tuple[int, int]]) -> tuple[int, int]:
    return sum(unknown for unknown, _ in shares), sum(people for _, people in shares)


def _unknown_share(group: GroupResult) -> tuple[int, int]:
    unknown = group.unknown.count if group.unknown else 0
    return unknown, unknown + (group.n.value or 0)


def _differ(share: tuple[int, int], reference: tuple[int, int]) -> bool:
    if not share[1] or not reference[1] or share[0] + reference[0] == 0:
        return False
    return (
        score_test_p(
            group_cases=share[0],
            group_total=share[1],
            reference_cases=reference[0],
            reference_total=reference[1],
        )
        <= SURE
    )
