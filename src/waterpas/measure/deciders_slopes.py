"""Whether the difference between groups depends on who decides: one spread per group, no more."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from waterpas.measure import deciders_cells as cells
from waterpas.measure.certainty import SURE, worded
from waterpas.measure.mixed.data import NotFitted
from waterpas.measure.mixed.slope_gap import apart_interval, two_differences
from waterpas.measure.mixed.slopes import (
    SlopeEnds,
    SlopeFit,
    random_slope,
    slope_ends,
    slope_test,
)
from waterpas.measure.multiplicity import benjamini_hochberg
from waterpas.results import (
    NOTHING_UNSEEN,
    Answer,
    Certainty,
    Figure,
    Measured,
    Note,
    People,
    Reference,
    Unseen,
)
from waterpas.tallies.tally import UNKNOWN

PROFILE = "profile-likelihood"
SHOWN = ("slope-low", "slope-high", "slope-gap")
TOO_FEW, CANNOT = "slope-too-few", "cannot-slope"
CODES = {
    Certainty.DIFFERENCE: "slope-difference",
    Certainty.INDICATION: "slope-indication",
    Certainty.NOT_SHOWN: "slope-not-shown",
}


@dataclass(frozen=True, slots=True)
class Group:
    """What was found about one group: a model with its interval and p, or why there is none."""

    name: str
    people: tuple[People, ...]
    why: str = ""
    fit: SlopeFit | None = None
    ends: SlopeEnds | None = None
    p: float | None = None


def with_slopes(made: Measured, used: cells.Used, *, level: float) -> Measured:
    """The result, and per group whether its difference from the reference depends on who decides.

    All groups are one family. Nothing in it is about one decider.
    """
    reference = made.reference
    if reference is None or reference.kind != "level":
        return replace(made, notes=(*made.notes, Note("slope-with-one-group")))
    names = [name for name in used.groups() if name not in {reference.level, UNKNOWN}]
    return _with(made, [_about(name, used, reference, level=level) for name in names])


def _with(made: Measured, found: Sequence[Group], unseen: Unseen = NOTHING_UNSEEN) -> Measured:
    ps = [unseen.p(each.p, {made.across: each.name}, "slope-gap") for each in found]
    adjusted = benjamini_hochberg(ps)
    answers = [_answer(each, p, made.across) for each, p in zip(found, adjusted, strict=True)]
    figures = [figure for each in found for figure in _figures(each, made.across)]
    return replace(
        made,
        answers=(*made.answers, *answers),
        figures=(*made.figures, *figures),
        family=max(1, sum(p is not None for p in adjusted)),
        anew=partial(_with, made, found),
    )


def _about(name: str, used: cells.Used, reference: Reference, *, level: float) -> Group:
    groups = used.groups()
    if reference.level not in groups:
        return Group(name, (groups[name],), TOO_FEW)
    people = (groups[name], groups[reference.level])
    two = used.between(name, reference.level)
    if two.deciders_with_both() < cells.FEWEST_DECIDERS:
        return Group(name, people, TOO_FEW)
    fit = cells.fitted(two, reference, random_slope)
    if isinstance(fit, NotFitted):
        return Group(name, people, CANNOT)
    ends = slope_ends(fit, level=level)
    if ends is None:
        return Group(name, people, CANNOT)
    return Group(name, people, fit=fit, ends=ends, p=slope_test(fit))


def _answer(group: Group, adjusted: float | None, across: str) -> Answer:
    of = {across: group.name}
    if group.p is None or adjusted is None:
        return Answer(group.why, of)
    # The interval of 95% begins above 0 exactly where the p of this group is at most .05.
    certainty = worded(apart=group.p <= SURE, p=adjusted)
    return Answer(CODES[certainty], of, SHOWN, certainty)


def _figures(group: Group, across: str) -> Sequence[Figure]:
    """The difference at two percentiles, how far apart they are, and the standard deviation."""
    if group.fit is None or group.ends is None:
        return ()
    best, ends = group.fit.best, group.ends
    of, people = {across: group.name}, group.people
    low, high = two_differences(group.fit.data.counts, best)
    apart = apart_interval(group.fit, ends)
    return (
        Figure("slope-low", "difference", low, of=of, people=people),
        Figure("slope-high", "difference", high, of=of, people=people),
        Figure("slope-gap", "difference", high - low, apart, of, PROFILE, people),
        Figure("slope-spread", "number", best.sd, ends.interval, of, PROFILE, people),
    )
