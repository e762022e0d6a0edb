"""What the reader must know beside the figures: codes here, sentences in `explain`."""

from collections.abc import Iterator, Sequence

from waterpas.measure.like_with_like.asked import Asked
from waterpas.measure.like_with_like.homogeneity import may_test_sameness
from waterpas.measure.like_with_like.pairing import Pairing
from waterpas.measure.like_with_like.standardised import kitagawa, part_interval
from waterpas.measure.like_with_like.strata import Strata, difference_interval, ratio_over
from waterpas.measure.notes import level_notes, question_notes
from waterpas.measure.small import interval_may_be_too_narrow
from waterpas.results import DECIDING_LEVEL, Interval, Note, Reference
from waterpas.tallies.tally import UNKNOWN, Tally

THIN = 5
FEW_CASES = 10
UNSAID = ("not-why", "not-unmeasured", "not-routes")


def unsaid(made_by_process: Sequence[str]) -> tuple[str, ...]:
    """Codes of what the result does not say."""
    return (*UNSAID, "made-by-process") if made_by_process else UNSAID


def whole_notes(tally: Tally, asked: Asked, *, family: int) -> Iterator[Note]:
    """Notes on the whole result, the most needed first."""
    if asked.made_by_process:
        yield Note("made-by-process", {"columns": asked.made_by_process})
    yield from level_notes(asked.level)
    yield from question_notes(tally, columns=tally.by)
    yield from _reference_notes(asked.reference)
    together = tuple(column for column in asked.given if UNKNOWN in tally.levels(column))
    if together:
        yield Note("unknown-together", {"columns": together})
    missing = sum(cell.unknown for cell in tally.cells.values())
    if missing:
        yield Note("outcome-unknown", {"people": missing})
    if family > 1:
        yield Note("family", {"count": family})


def _reference_notes(reference: Reference) -> Iterator[Note]:
    if reference.chosen == "largest":
        yield Note("reference-largest", {"level": reference.level})
    elif reference.reason:
        yield Note("reference-reason", {"reason": reference.reason})
    else:
        yield Note("reference-no-reason")


def pairing_notes(pairing: Pairing) -> Iterator[Note]:
    """Notes on one group beside the reference; names of groups only in `levels`."""
    levels, strata = (pairing.level,), pairing.strata
    left = sum(each.n.value or 0 for each in (pairing.left, pairing.reference_left))
    if left:
        yield Note("left-out-no-overlap", {"levels": levels, "people": left})
    if not strata or pairing.hidden:
        return
    if _mostly_thin(strata):
        yield Note("thin-strata", {"levels": levels})
    if not may_test_sameness(strata):
        yield Note("sameness-unsure", {"levels": levels})
    if few_people(strata):
        yield Note("interval-may-be-too-narrow", {"levels": levels})
    if ratio_over(strata) is None:
        yield Note("ratio-undefined", {"levels": levels})
    if _weights_matter(strata):
        yield Note("weights-matter", {"levels": levels})


def _weights_matter(strata: Strata) -> bool:
    """Whether the two means over strata disagree: one says a difference, the other does not.

    The difference like with like weighs a stratum by how much it tells, the part within strata by
    its people. Where the difference is the same everywhere, they are alike.
    """
    parts, main = kitagawa(strata), difference_interval(strata)
    within = (
        part_interval(parts.within, parts.within_variance, level=DECIDING_LEVEL) if parts else None
    )
    if main is None or within is None:
        return False
    return _way(main) != _way(within)


def _way(interval: Interval) -> int:
    """1: above 0, -1: below 0, 0: it holds 0."""
    return (interval.low > 0) - (interval.high < 0)


def _mostly_thin(strata: Strata) -> bool:
    """Whether most people of a side stand where a side has fewer than five."""
    thin = [s for s in strata if min(s.total, s.reference_total) < THIN]
    halves = (
        (sum(s.total for s in thin), sum(s.total for s in strata)),
        (sum(s.reference_total for s in thin), sum(s.reference_total for s in strata)),
    )
    return any(part > whole / 2 for part, whole in halves)


def few_people(strata: Strata) -> bool:
    """Whether intervals may be too narrow: a side under 50 people, or under ten either way."""
    n, m = sum(s.total for s in strata), sum(s.reference_total for s in strata)
    cases, reference_cases = sum(s.cases for s in strata), sum(s.reference_cases for s in strata)
    fewest = min(cases, n - cases, reference_cases, m - reference_cases)
    return fewest < FEW_CASES or interval_may_be_too_narrow(n, m)
