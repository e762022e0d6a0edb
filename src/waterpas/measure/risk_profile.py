"""A risk profile: who is chosen for control, what is found, and for whom the profile errs."""

from collections.abc import Sequence
from functools import partial

from waterpas.errors import CallError
from waterpas.measure.against import reference_of
from waterpas.measure.given import check_tally
from waterpas.measure.levels import check_asked_level
from waterpas.measure.profile.asked import Asked, column_list
from waterpas.measure.profile.by_outcome import with_chosen
from waterpas.measure.profile.choice import choice_of
from waterpas.measure.profile.collected import collected
from waterpas.measure.profile.notes import UNSAID, profile_notes
from waterpas.measure.profile.points import Points, with_points
from waterpas.measure.whole import with_cells
from waterpas.results import NOTHING_UNSEEN, Measured, Reference, Unseen
from waterpas.tallies.tally import Tally
from waterpas.texts import mark


@with_cells
def risk_profile(
    tally: Tally,
    *,
    across: str,
    reference: str | Reference,
    selected: str | None = None,
    outcome: str | None = None,
    found: str | None = None,
    variables: Sequence[str] = (),
    random: str | None = None,
    alike: Sequence[str] = (),
    score: str | None = None,
    cut_offs: Sequence[float] = (),
    points: Points | None = None,
    level: float = 0.95,
) -> Measured:
    """Look at who a risk profile chooses for control, what is found, and for whom it errs.

    Answers: "is the chance of control in a group other than if people were checked at random; who
    is chosen for nothing, and who is passed over; does the profile, and does each variable, find
    more than a random check; and how much does each variable tell about the groups?" It follows
    the questions of the Netherlands Institute for Human Rights (2025). It does not say whether a
    difference is allowed: that takes a legitimate aim, and reasons that people give. "Found" is
    what was found, not what was done.

    Parameters
    ----------
    tally : Tally
        Counts over at least the columns named here. Ready-made matrices: `from_matrices`.
    across : str
        The column whose levels are the groups.
    reference : str or Reference
        The group that error rates are compared with. The chance of control is always compared
        with that of everybody: the chance under random control of as many people.
    selected, found : str
        ``"COL"`` (yes or no), ``"COL=VALUE"`` or ``"COL>=NUMBER"``: who is chosen by the profile,
        and in whom something was found. Without `selected` those with the outcome of the tally
        are the chosen ones. Without `found` only the chance of control is given.
    outcome : str, optional
        What being chosen is called in the result, where that is not `selected`.
    variables : sequence of str
        Columns that the profile uses.
    random : str, optional
        As `selected`: who was checked at random. Then error rates and what a variable finds are
        about those people only.
    alike : sequence of str
        Columns on which people must be alike for a comparison: the chance of control within each.
    score, cut_offs : str, sequence of float
        A column of numbers, and cut-offs to try on it: everybody with at least so many would be
        chosen. Without `score` it is the column in ``selected="COL>=NUMBER"``.
    points : mapping, optional
        Per variable the points of each level. The tally then has a column "points" with their sum,
        so that ``selected="points>=3"``; and the result says what leaving out each would do.
    level : float, default 0.95
        Confidence level of the intervals, from 0.8 to 0.999. The words go by 95%, always.

    Returns
    -------
    Measured
        Rates and differences are proportions. Error rates are given only for groups of whom is
        known, chosen or not, what would be found (at least 95 of 100 people).

    Raises
    ------
    CallError, InputError
        If a column or the outcome names officials or other people, a column, level or value is not
        there, stands twice, or is not a yes or no.
    LevelError
        If `level` is below 0.8 or above 0.999.

    Examples
    --------
    >>> from waterpas.measure.matrices import from_matrices
    >>> counts = from_matrices({"a": {"tp": 1369, "fp": 805, "fn": 532, "tn": 990},
    ...                         "c": {"tp": 505, "fp": 349, "fn": 461, "tn": 1139}})
    >>> result = risk_profile(counts, across="group", reference="c", selected="selected",
    ...                       found="found")
    >>> round(result.figure("wrongly-chosen", {"group": "a"}).value, 4)
    0.4485
    """
    check_tally(tally)
    check_asked_level(level)
    _refuse_repeats(tally)
    whole = tally.without_totals()
    if points is not None:
        whole = with_points(whole, points)
    told = outcome or selected
    if selected is None:
        whole, selected = with_chosen(whole)
    names = column_list(variables), column_list(alike)
    whole.position(across)
    asked = Asked(
        across=across,
        reference=reference_of(reference, levels=whole.levels(across), across=across),
        chosen=choice_of(whole, selected),
        found=choice_of(whole, found) if found else None,
        random=choice_of(whole, random) if random else None,
        variables=names[0] or tuple(points or ()),
        alike=names[1],
        score=score,
        cut_offs=tuple(cut_offs),
        points=points,
        level=level,
    )
    asked.check(whole)
    return _measured(whole, asked, told or whole.outcome or "")


def _measured(
    whole: Tally, asked: Asked, outcome: str, unseen: Unseen = NOTHING_UNSEEN
) -> Measured:
    answers, figures, made = collected(whole, asked, unseen)
    # How many comparisons there were tells of whom more was known, who may be hidden.
    family = 1 if unseen else made
    return Measured(
        method="risk_profile",
        answers=answers,
        figures=figures,
        sources=whole.sources,
        across=asked.across,
        reference=asked.reference,
        asked=asked.told(),
        outcome=outcome,
        level=asked.level,
        family=family,
        rounded_to=whole.rounded_to,
        question=whole.question,
        unsaid=UNSAID,
        notes=tuple(profile_notes(whole, asked, figures, family=family)),
        anew=partial(_measured, whole, asked, outcome),
    )


def _refuse_repeats(tally: Tally) -> None:
    if tally.has_repeats:
        raise CallError(
            mark(
                "Deze telling houdt rekening met personen die vaker voorkomen. Bij een "
                "risicoprofiel kan dat niet: tel iedere persoon één keer."
            )
        )
