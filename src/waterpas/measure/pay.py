"""Pay and position: do people earn as much, and where does the difference lie."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from waterpas.measure.given import check_tally
from waterpas.measure.levels import check_asked_level
from waterpas.measure.paid.amounts import Amounts, amounts_of
from waterpas.measure.paid.answers import (
    about,
    detail_answers,
    main_answers,
    rate_answers,
    seen_p,
)
from waterpas.measure.paid.asked import Asked, Measure, asked_of, refuse_many_levels
from waterpas.measure.paid.figures import figures_of, rate_figures, reference_figures
from waterpas.measure.paid.found import Beside, Cannot, Found, adjusted_ps, found_of
from waterpas.measure.paid.leaving import cells_of_pay, leaving_of
from waterpas.measure.paid.notes import notes_of
from waterpas.measure.paid.rates import compared
from waterpas.measure.paid.rough import rough_found, rough_of
from waterpas.measure.paid.staff import known_only, staff_of
from waterpas.measure.paid.steps import steps_of
from waterpas.measure.rounding import is_exact
from waterpas.measure.whole import with_cells
from waterpas.results import (
    NOTHING_UNSEEN,
    Answer,
    Figure,
    GroupResult,
    Measured,
    Reference,
    Unseen,
)
from waterpas.tallies.tally import Tally

UNSAID = ("scale-made", "why", "hours", "alike-only")
Rates = Mapping[str, Mapping[str, GroupResult]]


@with_cells
def pay(
    tally: Tally,
    *,
    across: str,
    reference: str | Reference,
    amount: str,
    scale: str | None = None,
    given: str | Sequence[str] = (),
    step: str | None = None,
    moved_up: str | None = None,
    left: str | None = None,
    measure: Measure = "amount",
    level: float = 0.95,
) -> Measured:
    """Tell whether groups earn as much, what a gap goes together with, and what remains of it.

    Answers: "do people earn as much, and where does the difference lie?" The gap as it is stands
    beside the gap among people in the same scale and alike in `given`. What goes together with
    the scale is not thereby right: the scale may itself follow from unequal promotion. It does
    not say why there is a gap.

    Parameters
    ----------
    tally : Tally
        Counts over `across`, `amount` and the other columns. The levels of `amount` are numbers:
        then all follows from counts, and no rows are kept. Amounts may be those that the labour
        agreement gives for a scale and step. Unit: euro, for full-time work.
    across : str
        The column whose levels are the groups.
    reference : str or Reference
        A level of `across`.
    amount : str
        The column with the amounts. Missing and negative amounts, and what is no number, are left
        out, and a note says of how many people.
    scale : str, optional
        The column with the pay scale.
    given : str or sequence of str, optional
        Other columns in which people must be alike. A column with only numbers (years of service)
        counts as a number: each year as much.
    step : str, optional
        The column with the step in the scale, a number; it says who stands higher in a scale.
        Without it the amount does.
    moved_up, left : str, optional
        "COL" (yes or no) or "COL=VALUE": who was promoted, who left.
    measure : {"amount", "log"}, default "amount"
        Differences in euro; or as shares, from the mean of logarithms.
    level : float, default 0.95
        Level of the intervals, from 0.8 to 0.999. Answers always go by 95%.

    Returns
    -------
    Measured
        Per group: mean, gap (group minus reference) and its share of the reference's pay; what
        goes together with scale and `given` and what remains (Blinder 1973, Oaxaca 1973, with the
        coefficients of Jann 2008), its three parts, and the parts over scales (Kitagawa 1955);
        the gap in each scale and in the amounts that 10, 25, 50, 75 and 90 of 100 people stay
        under; who stands higher in the same scale; promotion and leaving (Newcombe 1998). Of
        rounded or hidden counts the gap, the gap in each scale and in those amounts, with
        intervals that hold that of every table that fits; what remains of it is not told apart
        ("rounded-apart"), nor anything of a side that may have fewer than ten people
        ("rounded-too-few").

    Raises
    ------
    CallError
        If it is no tally, a column or the outcome names officials or other people, a column, level
        or the reference is not there, there is no amount, or persons stand in several rows.
    InputError
        If a column of promotion or leaving has no yes and no.
    LevelError
        If `level` is below 0.8 or above 0.999.

    References
    ----------
    Jann B (2008). The Blinder-Oaxaca decomposition for linear regression models. Stata Journal
    8:453-479. Yun MS (2005). A simple solution to the identification problem in detailed wage
    decompositions. Economic Inquiry 43:766-772.

    Examples
    --------
    >>> from waterpas.tallies.build import tally
    >>> rows = [("A", 5, 2500, 30), ("A", 6, 3100, 10), ("B", 5, 2500, 15), ("B", 6, 3100, 45)]
    >>> table = [dict(zip(("groep", "schaal", "loon", "n"), row)) for row in rows]
    >>> counts = tally(table, by=["groep", "schaal", "loon"], count="n")
    >>> found = pay(counts, across="groep", reference="B", amount="loon", scale="schaal")
    >>> [answer.code for answer in found.answers[:2]]
    ['less', 'less-scale']
    """
    check_tally(tally)
    check_asked_level(level)
    asked = asked_of(
        tally,
        across=across,
        reference=reference,
        amount=amount,
        scale=scale,
        given=given,
        step=step,
        moved_up=moved_up,
        left=left,
        measure=measure,
        level=level,
    )
    whole = tally.roll_up(to=asked.columns).without_totals()
    amounts = amounts_of(whole.levels(amount), column=amount, above_zero=asked.logs)
    refuse_many_levels(whole, asked.alike)
    found = tuple(_found(whole, asked, amounts))
    return _measured(found, asked, amounts, tally=whole)


def _found(tally: Tally, asked: Asked, amounts: Amounts) -> Iterator[Found | Cannot]:
    """Everything about each group beside the reference."""
    groups = [each for each in tally.levels(asked.across) if each != asked.reference.level]
    rates = _rates(tally, asked)
    known = known_only(tally, asked.known)
    steps, exact = steps_of(known, asked.step), is_exact(known)
    for group in groups:
        pair = (group, asked.reference.level or "")
        beside = Beside(
            level=group,
            rates={name: each[group] for name, each in rates.items() if group in each},
            leaving=leaving_of(known, asked, amounts, pair),
            asked_level=asked.level,
            logs=asked.logs,
        )
        if exact:
            staff = staff_of(known, asked, amounts=amounts, pair=pair, steps=steps)
            yield found_of(staff, **beside)
        else:
            yield rough_found(rough_of(known, asked, amounts, pair), **beside)


def _leaving_anew(
    found: Sequence[Found | Cannot], asked: Asked, amounts: Amounts, unseen: Unseen, tally: Tally
) -> Iterator[Found | Cannot]:
    """The same, in steps that tell nothing of the groups that are hidden."""
    known, reference = known_only(tally, asked.known), asked.reference.level or ""
    for each in found:
        if isinstance(each, Cannot):
            yield each
        else:
            pair = (each.level, reference)
            yield replace(each, leaving=leaving_of(known, asked, amounts, pair, unseen))


def _seen_only(tally: Tally, asked: Asked, unseen: Unseen) -> Tally:
    """Without the people of groups that are hidden: what they earn stands in no note."""
    if not unseen:
        return tally
    levels = tally.levels(asked.across)
    gone = [each for each in levels if unseen.hides({asked.across: each}, ["gap", ""])]
    return tally.where(lambda of: of[asked.across] not in gone)


def _rates(tally: Tally, asked: Asked) -> Rates:
    made = {"moved": asked.moved_up, "left": asked.left}
    return {
        name: compared(
            tally,
            outcome,
            across=asked.across,
            reference=asked.reference,
            level=asked.level,
        )
        for name, outcome in made.items()
        if outcome is not None
    }


def _measured(
    found: Sequence[Found | Cannot],
    asked: Asked,
    amounts: Amounts,
    unseen: Unseen = NOTHING_UNSEEN,
    *,
    tally: Tally,
) -> Measured:
    told = _seen_only(tally, asked, unseen)
    if unseen:
        found = tuple(_leaving_anew(found, asked, amounts, unseen, tally))
    ps, family = adjusted_ps(found, partial(seen_p, asked=asked, unseen=unseen))
    answers: list[Answer] = []
    for part in (main_answers, rate_answers, detail_answers):
        answers += (answer for each in found for answer in part(each, asked, ps))
    return Measured(
        method="pay",
        answers=tuple(answers),
        figures=tuple(_figures(found, asked)),
        sources=tally.sources,
        across=asked.across,
        reference=asked.reference,
        asked=_asked(asked),
        level=asked.level,
        family=family,
        rounded_to=tally.rounded_to,
        question=tally.question,
        unsaid=UNSAID,
        notes=tuple(notes_of(told, asked, amounts.among(told.levels(asked.amount)), found)),
        cells=tuple(cells_of_pay(tally, asked)),
        anew=partial(_measured, found, asked, amounts, tally=tally),
    )


def _figures(found: Sequence[Found | Cannot], asked: Asked) -> Iterator[Figure]:
    some = [each for each in found if isinstance(each, Found)]
    if some:
        yield from reference_figures(max(some, key=lambda each: len(each.quantiles)), asked)
    for each in found:
        if isinstance(each, Found):
            yield from figures_of(each, asked)
            continue
        for name, rate in each.rates.items():
            yield from rate_figures(name, rate, about(asked, name, each.level))


def _asked(asked: Asked) -> dict[str, object]:
    """What was chosen, for the words: names of columns only."""
    ends = {"moved_up": asked.moved_up, "left": asked.left}
    found: dict[str, object] = {"amount": asked.amount, "given": asked.given}
    found |= {name: each.column for name, each in ends.items() if each}
    found |= {"scale": asked.scale} if asked.scale else {}
    return found | ({"step": asked.step} if asked.step else {}) | {"alike": asked.alike}
