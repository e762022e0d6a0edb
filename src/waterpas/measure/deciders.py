"""How much depends on who decides: one spread between deciders, and never a word about one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from waterpas.codebooks.terms import is_herkomst
from waterpas.measure import deciders_cells as cells
from waterpas.measure.against import reference_of
from waterpas.measure.certainty import worded
from waterpas.measure.deciders_figures import drawing_of, figures_of
from waterpas.measure.deciders_slopes import with_slopes
from waterpas.measure.given import check_outcome, check_tally
from waterpas.measure.levels import DECIDING_LEVEL, check_asked_level
from waterpas.measure.mixed.data import NotFitted
from waterpas.measure.mixed.fit import Fit, random_intercept
from waterpas.measure.mixed.profile import region, spread_test
from waterpas.measure.notes import level_notes, question_notes
from waterpas.measure.rounding import is_exact
from waterpas.measure.whole import with_cells
from waterpas.results import Answer, Certainty, Figure, Measured, Note, Reference
from waterpas.tallies.each_once import refuse_twice
from waterpas.tallies.tally import Tally
from waterpas.tallies.throwaway import CODE as THROWN_AWAY
from waterpas.tallies.throwaway import has_throwaway_keys, with_throwaway_keys

METHOD = "deciders"
UNSAID = ("other-cases", "not-who", "not-by-origin", "not-why")
ENOUGH_DECIDERS = 20  # with fewer the interval holds the truth a little less often than it says
CANNOT = {"all-alike": "cannot-all-alike", "endless-spread": "cannot-endless"}


@with_cells
def deciders(
    tally: Tally,
    *,
    across: str,
    reference: str | Reference,
    decider: str,
    given: Sequence[str] | None = None,
    level: float = 0.95,
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
        Exact counts with a yes/no outcome, over at least `across`, `decider` and `given`.
    across : str
        The column with the groups.
    reference : str or Reference
        A group of `across`, with which every other group is compared. Compared with everybody
        there is no second question; a note says so.
    decider : str
        The column with the deciders (or teams, or panels). What stands there is replaced by
        throw-away keys at once (`with_throwaway_keys`), unless it was already.
    given : sequence of str, optional
        Columns that lay fixed before anybody decided: deciders are compared on people who are
        alike in those. Without it: all other columns of the tally.
    level : float, default 0.95
        Confidence level of the intervals, from 0.8 to 0.999. It does not move the answer.

    Returns
    -------
    Measured
        Figures `rate-low`, `rate-high` (proportions), `rate-gap` (proportion), and for the method
        note `spread` (standard deviation in log odds), `share-between` and `median-ratio`.
        Answers: "difference", "indication", "not-shown", or "cannot-..." with a reason: too few
        deciders (fewer than 10 with 20 people), rounded counts, an outcome that is always alike, a
        given column that follows from who decides, as a copy does.
        Per group `slope-low`, `slope-high`, `slope-gap` (proportions) and `slope-spread` (standard
        deviation in log odds); answers "slope-difference", "slope-indication", "slope-not-shown",
        "slope-too-few" (fewer than 10 deciders with 5 people of both) or "cannot-slope".

    Raises
    ------
    CallError
        If it is no tally, another column or the outcome names officials or other people, a column
        or the reference is not in it, or it has no yes/no outcome.
    LevelError
        If `level` is below 0.8 or above 0.999.

    Notes
    -----
    Logistic regression with a random intercept per decider; adaptive Gauss-Hermite quadrature
    with 9 points; profile-likelihood intervals; likelihood-ratio test at the boundary. Per group a
    second model, with a random slope that may be correlated with the intercept (5 by 5 points).

    References
    ----------
    Merlo J and others (2006). A brief conceptual tutorial of multilevel analysis in social
    epidemiology. Journal of Epidemiology and Community Health 60:290-297.
    """
    refuse_twice((across, decider))
    check_tally(tally, apart=(decider,))
    check_asked_level(level)
    check_outcome(tally)
    if not has_throwaway_keys(tally, column=decider):
        tally = with_throwaway_keys(tally, column=decider)
    chosen = reference_of(reference, levels=tally.levels(across), across=across)
    others = tuple(name for name in tally.by if name not in {across, decider})
    alike = others if given is None else tuple(dict.fromkeys(given))
    whole = tally.roll_up(to=(across, decider, *(n for n in alike if n not in {across, decider})))
    asked = Asked(whole, across, chosen, decider, whole.by[2:], level)
    if not is_exact(whole):  # rounding is larger than the spread
        return asked.answered("cannot-rounded")
    used = cells.used(whole, across=across, decider=decider)
    if len(used.deciders) < cells.FEWEST_DECIDERS:
        return asked.answered("cannot-too-few-deciders", notes=used.notes)
    same = cells.following(used)
    notes = (*used.notes, *(Note("follows-decider", {"column": column}) for column in same))
    used = replace(used, notes=notes)
    if same and cells.leave_nobody_to_compare(used, same):
        return asked.answered("cannot-follows", notes=used.notes)
    fit = cells.fitted(used, chosen, random_intercept)
    if isinstance(fit, NotFitted):
        return asked.answered(CANNOT.get(fit.code, "cannot-this-way"), notes=used.notes)
    return _with_figures(asked, used, fit)


def _with_figures(asked: "Asked", used: cells.Used, fit: Fit) -> Measured:
    found, deciding = region(fit, level=asked.level), region(fit, level=DECIDING_LEVEL)
    if found is None or deciding is None:
        return asked.answered("cannot-endless", notes=used.notes)
    certainty = worded(apart=deciding.ends.low > 0, p=spread_test(fit))
    few = len(used.deciders) < ENOUGH_DECIDERS
    made = asked.answered(
        certainty.value,
        notes=(*used.notes, *((Note("few-deciders"),) if few else ())),
        figures=figures_of(fit, found, people=used.people(), deciders=len(used.deciders)),
        certainty=certainty,
        drawing=drawing_of(fit, level=DECIDING_LEVEL),
    )
    return with_slopes(made, used, level=asked.level)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of which counts; `answered` makes the result of it."""

    tally: Tally
    across: str
    reference: Reference
    decider: str
    given: tuple[str, ...]
    level: float

    def answered(
        self,
        code: str,
        *,
        notes: tuple[Note, ...] = (),
        figures: tuple[Figure, ...] = (),
        certainty: Certainty | None = None,
        drawing: Mapping[str, object] | None = None,
    ) -> Measured:
        """The result with this answer; without figures it says why there are none."""
        names = tuple(figure.name for figure in figures if figure.name.startswith("rate-"))
        tally = self.tally
        return Measured(
            method=METHOD,
            answers=(Answer(code, figures=names, certainty=certainty),),
            figures=figures,
            sources=tally.sources,
            across=self.across,
            reference=self.reference,
            asked={"decider": self.decider, "given": self.given},
            outcome=tally.outcome or "",
            level=self.level,
            rounded_to=tally.rounded_to,
            question=tally.question,
            unsaid=(*UNSAID, *(("herkomst",) if is_herkomst(self.across) else ())),
            notes=(*notes, *self._other_notes()),
            drawing=drawing or {},
        )

    def _other_notes(self) -> Iterator[Note]:
        yield from level_notes(self.level)
        for note in question_notes(self.tally, columns=()):
            # The model takes each row for a person of its own.
            yield Note("repeats-too-narrow") if note.code == "repeats-allowed" else note
        for note in self.tally.notes:
            if note.fields.get("column") != self.decider or note.code == THROWN_AWAY:
                yield note
