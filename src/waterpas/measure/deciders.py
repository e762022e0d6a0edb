"""How much depends on who decides: one spread between deciders, and never a word about one."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from waterpas.errors import CallError
from waterpas.measure import deciders_cells as cells
from waterpas.measure.against import reference_of
from waterpas.measure.deciders_figures import drawing_of, figures_of
from waterpas.measure.estimates import SURE
from waterpas.measure.given import check_tally
from waterpas.measure.levels import DECIDING_LEVEL, check_asked_level
from waterpas.measure.mixed.data import NotFitted
from waterpas.measure.mixed.fit import Fit, random_intercept
from waterpas.measure.mixed.profile import Region, region, spread_test
from waterpas.results import Answer, Certainty, Figure, Measured, Note, Reference
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

METHOD = "deciders"
UNSAID = ("other-cases", "not-who", "not-why", "not-by-origin")
ENOUGH_DECIDERS = 20  # with fewer the interval holds the truth a little less often than it says
CANNOT = {"all-alike": "cannot-all-alike", "endless-spread": "cannot-endless"}


def deciders(
    tally: Tally, *, across: str, reference: str | Reference, decider: str, level: float = 0.95
) -> Measured:
    """Measure how much an outcome depends on who decides, the groups being alike.

    Answers: "of 1,000 people like these, how many get the outcome with one decider, and how many
    with another?" It gives the rate with a decider at the 10th and at the 90th percentile of all
    deciders. It says nothing about any one decider, and not whether deciders treat groups
    differently. Deciders with other kinds of cases lie apart as well: put what cases differ in,
    and what was known before, in the tally as columns.

    Parameters
    ----------
    tally : Tally
        Exact counts with a yes/no outcome, over `across`, `decider` and any number of other
        columns: deciders are compared on people who are alike in those. Replace the names of
        deciders first (`with_throwaway_keys`).
    across : str
        The column with the groups.
    reference : str or Reference
        A group of `across`; it changes nothing here, and is named with every result.
    decider : str
        The column with the deciders (or teams, or panels).
    level : float, default 0.95
        Confidence level of the intervals, from 0.8 to 0.999. It does not move the answer.

    Returns
    -------
    Measured
        Figures `rate-low`, `rate-high` (proportions), `rate-gap` (proportion), and for the method
        note `spread` (standard deviation in log odds), `share-between` and `median-ratio`.
        Answers: "difference", "indication", "not-shown", or "cannot-..." with a reason: too few
        deciders (fewer than 10 with 20 people), rounded counts, an outcome that is always alike.

    Raises
    ------
    CallError
        If it is no tally, a column or the reference is not in it, or it has no yes/no outcome.
    LevelError
        If `level` is below 0.8 or above 0.999.

    Notes
    -----
    Logistic regression with a random intercept per decider; adaptive Gauss-Hermite quadrature
    with 9 points; profile-likelihood intervals; likelihood-ratio test at the boundary.

    References
    ----------
    Merlo J and others (2006). A brief conceptual tutorial of multilevel analysis in social
    epidemiology. Journal of Epidemiology and Community Health 60:290-297.
    """
    check_tally(tally)
    check_asked_level(level)
    _check_columns(tally, across, decider)
    chosen = reference_of(reference, levels=tally.levels(across), across=across)
    asked = {"across": across, "reference": chosen.level or chosen.kind, "decider": decider}
    if not cells.is_exact(tally):
        return _measured(tally, asked, level, "cannot-rounded")
    used = cells.used(tally, across=across, decider=decider)
    if len(used.deciders) < cells.FEWEST_DECIDERS:
        return _measured(tally, asked, level, "cannot-too-few-deciders", notes=used.notes)
    fit = _fitted(used, chosen)
    if isinstance(fit, NotFitted):
        code = CANNOT.get(fit.code, "cannot-this-way")
        return _measured(tally, asked, level, code, notes=used.notes)
    return _with_figures(tally, asked, level, used, fit)


def _check_columns(tally: Tally, across: str, decider: str) -> None:
    tally.position(across), tally.position(decider)
    if across == decider:
        raise CallError(
            mark(
                "De kolom '%(column)s' staat er twee keer. De groepen en wie beslist staan in twee "
                "kolommen."
            ),
            column=across,
        )
    if tally.outcome is None:
        raise CallError(
            mark(
                "Deze telling heeft geen uitkomst (ja of nee). Maak de telling opnieuw en noem de "
                "kolom met de uitkomst."
            )
        )


def _fitted(used: cells.Used, reference: Reference) -> Fit | NotFitted:
    """The model; columns that follow from others are left out, which changes nothing."""
    design = cells.design_of(used, reference)
    counts = [row.cases for row in used.rows], [row.total for row in used.rows]
    groups = [row.decider for row in used.rows]
    fit = random_intercept(design, *counts, groups)
    if isinstance(fit, NotFitted) and fit.code == "collinear":
        keep = [k for k in range(len(design[0])) if k not in fit.columns]
        fit = random_intercept([[row[k] for k in keep] for row in design], *counts, groups)
    return fit


def _with_figures(
    tally: Tally, asked: Mapping[str, object], level: float, used: cells.Used, fit: Fit
) -> Measured:
    found, deciding = region(fit, level=level), region(fit, level=DECIDING_LEVEL)
    if found is None or deciding is None:
        return _measured(tally, asked, level, "cannot-endless", notes=used.notes)
    certainty = _certainty(fit, deciding)
    return _measured(
        tally,
        asked,
        level,
        certainty.value,
        notes=(*used.notes, *_notes(tally, used)),
        figures=figures_of(fit, found, people=used.people(), deciders=len(used.deciders)),
        certainty=certainty,
        drawing=drawing_of(fit, level=DECIDING_LEVEL),
    )


def _certainty(fit: Fit, deciding: Region) -> Certainty:
    """The house rule: an interval without 0, and a p of at most .05."""
    p, apart = spread_test(fit), deciding.ends.low > 0
    if p <= SURE and apart:
        return Certainty.DIFFERENCE
    return Certainty.INDICATION if p <= SURE or apart else Certainty.NOT_SHOWN


def _notes(tally: Tally, used: cells.Used) -> "Iterator[Note]":
    if len(used.deciders) < ENOUGH_DECIDERS:
        yield Note("few-deciders", {"deciders": ENOUGH_DECIDERS})
    if tally.has_repeated_persons or tally.question.once is False:
        yield Note("persons-repeat")


def _measured(
    tally: Tally,
    asked: Mapping[str, object],
    level: float,
    code: str,
    *,
    notes: tuple[Note, ...] = (),
    figures: tuple[Figure, ...] = (),
    certainty: Certainty | None = None,
    drawing: Mapping[str, object] | None = None,
) -> Measured:
    names = tuple(figure.name for figure in figures if figure.name.startswith("rate-"))
    return Measured(
        method=METHOD,
        answers=(Answer(code, figures=names, certainty=certainty),),
        figures=figures,
        sources=tally.sources,
        asked=asked,
        outcome=tally.outcome or "",
        level=level,
        question=tally.question,
        unsaid=UNSAID,
        notes=(*notes, *tally.notes),
        drawing=drawing or {},
    )
