"""Several outcomes of one study: compared together, as one family."""

from collections.abc import Sequence

from waterpas.errors import CallError
from waterpas.measure.given import check_tally
from waterpas.measure.groups import adjust, compare_groups
from waterpas.results import Comparison, Reference
from waterpas.tallies.tally import Tally
from waterpas.texts import mark


def compare_outcomes(
    tallies: Sequence[Tally],
    *,
    across: str,
    reference: str | Reference,
    by: str | Sequence[str] = (),
    level: float = 0.95,
    because: str | None = None,
) -> tuple[Comparison, ...]:
    """Compare groups on several outcomes, each in a tally of its own.

    Answers: "on which of these outcomes do groups differ, if we look at all of them at once?"
    Who looks at ten outcomes finds one by chance sooner than who looks at one. So the p-values are
    adjusted over one family: all groups, all outcomes and all strata. Name all outcomes that were
    looked at, also those without a difference: the family is fixed before a result is seen.

    Parameters
    ----------
    tallies : sequence of Tally
        One per outcome.
    across, reference, by, level, because
        As in `compare_groups`.

    Returns
    -------
    tuple of Comparison
        In the order of the tallies.

    Raises
    ------
    CallError
        If there is no tally, or an outcome is there twice; and as in `compare_groups`.
    """
    for tally in tallies:
        check_tally(tally)
    outcomes = [tally.outcome for tally in tallies]
    if not outcomes:
        raise CallError(mark("Noem minstens één uitkomst."))
    for place, outcome in enumerate(outcomes):
        if outcome in outcomes[:place]:
            raise CallError(
                mark("De uitkomst '%(outcome)s' staat er twee keer. Noem elke uitkomst één keer."),
                outcome=outcome,
            )
    return tuple(
        adjust(
            [
                compare_groups(
                    tally, across=across, reference=reference, by=by, level=level, because=because
                )
                for tally in tallies
            ]
        )
    )
