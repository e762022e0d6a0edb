"""Do two who judge the same files come to the same judgement."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from waterpas.errors import CallError
from waterpas.measure.against import reference_of, totals_of
from waterpas.measure.agreements.answers import (
    FEWEST_FILES,
    FEWEST_RATERS,
    enough,
    group_answers,
    number_answer,
    too_few,
    whole_answers,
)
from waterpas.measure.agreements.asked import Asked, Of
from waterpas.measure.agreements.beyond_chance import Judged
from waterpas.measure.agreements.coefficients import Scale
from waterpas.measure.agreements.figures import (
    Compared,
    counted,
    group_figures,
    number_figures,
    whole_figures,
)
from waterpas.measure.agreements.judged import Groups, check_order, groups_of, numbers_of
from waterpas.measure.agreements.leaving import (
    IN_STEPS,
    Side,
    answers_that_leave,
    figures_that_leave,
)
from waterpas.measure.agreements.numbers import squares_of
from waterpas.measure.given import check_tally
from waterpas.measure.levels import check_asked_level
from waterpas.measure.rounding import is_exact
from waterpas.measure.whole import with_cells
from waterpas.results import (
    NOTHING_UNSEEN,
    Answer,
    Count,
    Figure,
    Measured,
    Note,
    People,
    Reference,
    Unseen,
)
from waterpas.tallies.each_once import refuse_twice
from waterpas.tallies.tally import Tally
from waterpas.tallies.unordered import keys_for, with_forgotten_order
from waterpas.texts import mark

SCALES: dict[str, Scale] = {"kinds": "nominal", "order": "ordinal", "numbers": "interval"}


@with_cells
def agreement(
    tally: Tally,
    *,
    raters: Sequence[str],
    across: str | None = None,
    reference: str | Reference | None = None,
    scale: Of = "kinds",
    level: float = 0.95,
) -> Measured:
    """Tell how often two who judge the same file come to the same judgement.

    Answers: "of 1,000 files, on how many do two assessors agree, and on how many would they by
    chance?" and, with `across`, "do they agree as often on the files of each group?" It says
    nothing of any one assessor: who gave which judgement is forgotten before anything is counted.
    It does not say who is right; assessors who make the same mistake agree.

    Parameters
    ----------
    tally : Tally
        Counts of files over `raters` (and `across`): one column per judgement of the same file.
        No outcome is needed.
    raters : sequence of str
        The columns with the judgements, at least two. A file counts from two known judgements on.
    across, reference : optional
        The column whose levels are groups of files, and with whom each is compared: a level, or
        EVERYBODY_ELSE. Not with numbers.
    scale : {"kinds", "order", "numbers"}
        Kinds of decisions; kinds in an order, written as numbers (for agreement beyond chance
        being one step apart counts less); or numbers.
    level : float, default 0.95
        Level of the intervals, from 0.8 to 0.999. The answer always goes by 95%.

    Returns
    -------
    Measured
        About all files, and per group: `agreed` (proportion of pairs of judgements that are
        alike; Wilson), `by-chance` (the same if judgements were dealt out at random) and
        `beyond-chance` (Krippendorff's alpha; by leaving out one file at a time, on the scale of
        the logarithm of 1 - alpha). Per group `agreed-difference` (Newcombe; p after Benjamini
        and Hochberg). Of numbers `from-file` (ICC(2,1)) and `from-file-same-strictness`
        (ICC(3,1)), with the intervals of Shrout and Fleiss. "cannot-..." with a reason: fewer
        than 20 files, rounded counts, judgements that are all alike, numbers of fewer than three.

    Raises
    ------
    CallError
        If it is no tally, a column or the outcome names officials or other people, a column or the
        reference is not in it, there is one column, or a judgement should be a number and is none.
    LevelError
        If `level` is below 0.8 or above 0.999.

    References
    ----------
    Krippendorff K (2011). Computing Krippendorff's alpha-reliability. University of Pennsylvania.
    Shrout PE, Fleiss JL (1979). Intraclass correlations: uses in assessing rater reliability.
    Psychological Bulletin 86:420-428.

    Examples
    --------
    >>> from waterpas.tallies.build import tally
    >>> table = [("ja", "ja", 50), ("ja", "nee", 12), ("nee", "ja", 8), ("nee", "nee", 30)]
    >>> rows = [dict(zip(("een", "twee", "n"), row)) for row in table]
    >>> counts = tally(rows, by=["een", "twee"], count="n")
    >>> found = agreement(counts, raters=["een", "twee"])
    >>> found.answers[0].code, found.figure("agreed").value
    ('beyond-chance', 0.8)
    """
    check_tally(tally, apart=raters)
    check_asked_level(level)
    _check(raters, scale, across)
    whole = tally.roll_up(to=(*([across] if across else []), *raters))
    if scale == "numbers":
        return _of_numbers(whole, tuple(raters), level)
    if scale == "order":
        check_order(whole, raters)
    forget = with_forgotten_order(whole, columns=raters)
    whom = _reference(reference, forget, across)
    asked = Asked(forget, across or "", whom, len(raters), scale, level)
    if not is_exact(forget):
        return asked.answered((Answer("cannot-rounded"),), ())
    return _of_kinds(
        asked, groups_of(forget, across=asked.across, columns=keys_for(raters), scale=SCALES[scale])
    )


def _check(raters: Sequence[str], scale: str, across: str | None) -> None:
    if isinstance(raters, str) or len(raters) < 2:
        raise CallError(mark("Noem minstens twee kolommen met oordelen over dezelfde dossiers."))
    if scale not in SCALES:
        raise CallError(
            mark("De schaal (scale) is kinds, order of numbers; opgegeven is %(scale)s."),
            scale=scale,
        )
    if scale == "numbers" and across:
        raise CallError(
            mark("Bij cijfers vergelijkt Waterpas geen groepen. Laat de kolom met groepen weg.")
        )
    refuse_twice((*raters, *([across] if across else ())))


def _reference(
    wanted: str | Reference | None, tally: Tally, across: str | None
) -> Reference | None:
    if not across:
        return None
    if wanted is None:
        raise CallError(mark("Noem ook met welke groep u vergelijkt."))
    chosen = reference_of(wanted, levels=tally.levels(across), across=across)
    if chosen.kind == "everybody":
        raise CallError(
            mark(
                "Vergelijken met iedereen kan hier niet: de groep hoort daar zelf bij. Kies één "
                "groep, of alle anderen (everybody-else)."
            )
        )
    return chosen


def _of_kinds(asked: Asked, groups: Groups) -> Measured:
    totals = totals_of(asked.tally, asked.across) if asked.across else frozenset[str]()
    whole = groups.without(totals)
    notes = (Note("judged-once", {"people": groups.once}),) if groups.once else ()
    parts = groups.parts(totals)
    # Where all judgements are alike they are so in each group: nothing is left to compare.
    compared = list(_compared(asked, groups, totals)) if whole.alpha is not None else []
    leaves = _what_leaves(asked, whole, parts, compared, notes)
    if whole.n < FEWEST_FILES:
        found = asked.answered((too_few(),), (counted([whole], {}),), notes=notes)
        return replace(found, leaves=leaves)
    figures = [
        *whole_figures(whole, parts, asked.asking),
        *(figure for each in compared for figure in _about(each, asked)),
    ]
    found = asked.answered(
        (*whole_answers(whole), *group_answers(compared, across=asked.across)),
        tuple(figures),
        notes=notes,
        family=leaves.family,
    )
    return replace(found, leaves=leaves)


def _what_leaves(
    asked: Asked,
    whole: Judged,
    parts: tuple[Judged, ...],
    compared: Sequence[Compared],
    notes: tuple[Note, ...],
) -> Measured:
    """The same in steps, from which no assessor counts back what another judged."""
    kinds = whole.kinds
    alone = asked.reference is not None and asked.reference.kind == "level"
    sides = [
        (
            each,
            Side(each.mine, (each.mine,), kinds, alone),
            Side(each.other, each.parts or (each.other,), kinds, alone),
        )
        for each in compared
    ]
    return _told(asked, Side(whole, parts, kinds), sides, (*notes, IN_STEPS))


def _told(
    asked: Asked,
    whole: Side,
    sides: Sequence[tuple[Compared, Side, Side]],
    notes: tuple[Note, ...],
    unseen: Unseen = NOTHING_UNSEEN,
) -> Measured:
    made = asked.answered(
        answers_that_leave(whole, sides, asked.across, unseen),
        tuple(figures_that_leave(whole, sides, asked.asking)),
        notes=notes,
        family=max(len(sides), 1),
    )
    return replace(made, anew=partial(_told, asked, whole, sides, notes))


def _about(found: Compared, asked: Asked) -> Iterator[Figure]:
    if enough(found):
        yield from group_figures(found, asked.asking)
    else:
        yield counted([found.mine, found.other], {asked.across: found.level})


def _compared(asked: Asked, groups: Groups, totals: frozenset[str]) -> Iterator[Compared]:
    """Each group beside those it is compared with; a total is no group."""
    reference = asked.reference
    if reference is None:
        return
    for name, mine in groups.judged.items():
        if reference.kind == "level" and name not in {*totals, reference.level}:
            yield Compared(name, mine, groups.judged.get(reference.level or "", Judged({})))
        if reference.kind == "everybody-else" and name not in totals:
            gone = {*totals, name}
            yield Compared(name, mine, groups.without(gone), groups.parts(gone))


def _of_numbers(tally: Tally, columns: tuple[str, ...], level: float) -> Measured:
    rows, left_out = numbers_of(tally, columns)
    nameless = replace(with_forgotten_order(tally, columns=columns), cells={})
    asked = Asked(nameless, "", None, len(columns), "numbers", level)
    notes = (Note("judged-by-some", {"people": left_out}),) if left_out else ()
    few = (Figure("counted", "people", None, people=(People(Count.exact(len(rows))),)),)
    if not is_exact(tally):
        return asked.answered((Answer("cannot-rounded"),), ())
    if len(columns) < FEWEST_RATERS:
        return asked.answered((Answer("cannot-few-assessors"),), ())
    if len(rows) < FEWEST_FILES:
        return asked.answered((too_few(),), few, notes=notes)
    squares = squares_of(rows)
    if squares is None:
        return asked.answered((Answer("cannot-no-chance", {}, ("counted",)),), few, notes=notes)
    return asked.answered(
        (number_answer(squares),), tuple(number_figures(squares, level)), notes=notes
    )
