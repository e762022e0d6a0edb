"""How sure we are, by what is shown: the word may tell nothing about a hidden group."""

from collections.abc import Sequence
from dataclasses import replace

from waterpas.measure.estimates import certainty_of
from waterpas.measure.multiplicity import benjamini_hochberg
from waterpas.results import Chain, Comparison, GroupResult

NOTHING_TO_SEE = 1.0


def by_what_is_shown(result: Comparison | Chain) -> Comparison | Chain:
    """The result with the words for how sure we are as they follow from what is shown.

    The family keeps its size. Each comparison in it that is not shown (of a hidden group, or of
    another outcome) counts with a p of 1, as if there was nothing to see: so no p-value that is
    hidden moves a word, and no word is surer than it would be with all p-values known.
    """
    comparisons = (
        [step.comparison for step in result.steps] if isinstance(result, Chain) else [result]
    )
    groups = [group for comparison in comparisons for group in comparison.groups]
    known = [group.p for group in groups]
    unseen = result.family - sum(p is not None for p in known)
    if not unseen:
        return result
    adjusted = iter(benjamini_hochberg([*known, *[NOTHING_TO_SEE] * unseen]))
    words = [
        replace(each, groups=_said(each.groups, [next(adjusted) for _ in each.groups]))
        for each in comparisons
    ]
    if isinstance(result, Comparison):
        return words[0]
    steps = zip(result.steps, words, strict=True)
    return replace(result, steps=tuple(replace(step, comparison=each) for step, each in steps))


def _said(
    groups: Sequence[GroupResult], adjusted: Sequence[float | None]
) -> tuple[GroupResult, ...]:
    said = (replace(g, p_adjusted=p) for g, p in zip(groups, adjusted, strict=True))
    return tuple(replace(group, certainty=certainty_of(group)) for group in said)
