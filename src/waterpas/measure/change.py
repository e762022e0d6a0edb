"""Did it work, and for whom: the change in the gap since a measure."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from waterpas.measure.against import totals_of
from waterpas.measure.changes.answers import COUNTED, also, answer_of
from waterpas.measure.changes.asked import check_columns, reference_for, setting_of
from waterpas.measure.changes.figures import (
    FEW_POINTS,
    figure_without,
    figures_of,
    is_small,
    per_period,
)
from waterpas.measure.changes.found import Cannot, Found, found_of
from waterpas.measure.changes.series import Setting, series_of
from waterpas.measure.given import check_outcome, check_tally
from waterpas.measure.levels import check_asked_level
from waterpas.measure.multiplicity import benjamini_hochberg
from waterpas.measure.notes import level_notes, question_notes
from waterpas.measure.whole import with_cells
from waterpas.results import NOTHING_UNSEEN, Figure, Measured, Note, Reference, Unseen
from waterpas.tallies.tally import UNKNOWN, Tally

UNSAID = ("why", "other-things", "would-have", "other-people")


@with_cells
def change(
    tally: Tally,
    *,
    across: str,
    reference: str | Reference,
    period: str,
    since: str,
    where: str | None = None,
    introduced_in: str | Sequence[str] = (),
    places: str | None = None,
    level: float = 0.95,
) -> Measured:
    """Tell whether the gap between a group and the reference changed after a measure.

    Answers: "is the difference with the reference smaller than before the measure, for each
    group, and how sure are we?" It does not say that the measure did it: something else may have
    happened at the same time. It does not say that a gap that did not show a change stayed the
    same: beside it stands the smallest change that could have been seen.

    Parameters
    ----------
    tally : Tally
        Counts with a yes/no outcome, over `across`, `period` (and `where`, `places`).
    across : str
        The column whose levels are the groups.
    reference : str or Reference
        A level of `across`, or EVERYBODY_ELSE.
    period : str
        The column with periods of one kind: 2023, 2023-H1, 2023-Q1, 2023-01, 2023-W05 or
        2023-01-31. An unknown period is left out.
    since : str
        The first period in which the measure counted.
    where : str, optional
        The column that says where the measure came, with `introduced_in`: its levels that had
        the measure. The change in the gap is then that beyond the change in the other levels.
    introduced_in : str or sequence of str
        See `where`.
    places : str, optional
        The column with the places (districts, teams) within `where`; without it the levels of
        `where` are the places. With three places or more the answer also asks how often another
        choice of places would give as large a difference.
    level : float, default 0.95
        Level of the intervals, from 0.8 to 0.999. The answer always goes by 95%.

    Returns
    -------
    Measured
        Per group the rates, the gap before and after, and the change in the gap, as proportions,
        group minus reference. Intervals: square-and-add of Wilson's (Zou and Donner 2008), wider
        where periods differ more than chance explains (from 8 periods on each side). From 8
        periods on each side also a model over time (Wagner et al. 2002; Newey and West 1987) and
        charts (Laney 2002; Page 1954). p-values adjusted after Benjamini and Hochberg (1995) over
        all groups; with places a permutation (Fisher 1935).

    Raises
    ------
    CallError
        If it is no tally or has no outcome, a column or the outcome names officials or other
        people, a column or level is not there, periods cannot be put in order, or there is nothing
        before or after `since`.
    LevelError
        If `level` is below 0.8 or above 0.999.

    Examples
    --------
    >>> from waterpas.tallies.build import tally
    >>> rows = [("2022", "A", 400, 120), ("2022", "B", 2000, 400),
    ...         ("2023", "A", 400, 84), ("2023", "B", 2000, 400)]
    >>> table = [dict(zip(("jaar", "groep", "n", "x"), row)) for row in rows]
    >>> counts = tally(table, by=["groep", "jaar"], outcome="x", count="n")
    >>> found = change(counts, across="groep", reference="B", period="jaar", since="2023")
    >>> found.answers[0].code, round(found.figure("change", {"groep": "A"}).value, 3)
    ('gap-smaller', -0.09)
    """
    check_tally(tally)
    check_asked_level(level)
    check_outcome(tally)
    columns = check_columns(across=across, period=period, where=where, places=places)
    whole = tally if set(tally.by) == set(columns) else tally.roll_up(to=columns)
    chosen = reference_for(reference, whole, across=across)
    setting = setting_of(
        whole,
        across=across,
        column=period,
        since=since,
        where=where,
        introduced_in=(introduced_in,) if isinstance(introduced_in, str) else introduced_in,
        places=places,
    )
    counted = _counted(whole, setting)
    groups = _groups(counted, chosen, across=across)
    found = [
        found_of(
            series_of(counted, setting, level=each, reference=chosen),
            compared=where is not None,
            start=setting.start,
            level=level,
            groups=len(groups),
        )
        for each in groups
    ]
    return _measured(found, setting, tally=whole, reference=chosen, level=level)


def _counted(tally: Tally, setting: Setting) -> Tally:
    """Without totals of places and periods, and without what has no known period or place."""
    places = [each for each in (setting.where, setting.places) if each]
    periods = {each.level for each in setting.periods}

    def known(of: Mapping[str, str]) -> bool:
        return of[setting.period] in periods and all(of[each] != UNKNOWN for each in places)

    return tally.without_totals([setting.period, *places]).where(known)


def _groups(tally: Tally, reference: Reference, *, across: str) -> list[str]:
    chosen = reference.level if reference.kind == "level" else None
    passed = totals_of(tally, across) if chosen is None else frozenset()
    return [each for each in tally.levels(across) if each != chosen and each not in passed]


def _measured(
    found: Sequence[Found | Cannot],
    setting: Setting,
    unseen: Unseen = NOTHING_UNSEEN,
    *,
    tally: Tally,
    reference: Reference,
    level: float,
) -> Measured:
    ps = [_p(each, setting, unseen) for each in found]
    family = sum(p is not None for p in ps)
    answers = tuple(
        answer_of(each, across=setting.across, adjusted=p)
        for each, p in zip(found, benjamini_hochberg(ps), strict=True)
    )
    known = _known(found)
    answers += tuple(more for each in known for more in also(each, answers, across=setting.across))
    return Measured(
        method="change",
        answers=answers,
        figures=tuple(_figures(found, setting, level=level)),
        sources=tally.sources,
        across=setting.across,
        reference=reference,
        asked=_asked(setting),
        outcome=tally.outcome or "",
        level=level,
        family=family,
        rounded_to=tally.rounded_to,
        question=tally.question,
        unsaid=UNSAID,
        notes=tuple(_notes(found, setting, tally, level, family)),
        anew=partial(_measured, found, setting, tally=tally, reference=reference, level=level),
    )


def _p(found: Found | Cannot, setting: Setting, unseen: Unseen) -> float | None:
    if isinstance(found, Cannot):
        return unseen.p(None, {setting.across: found.level}, COUNTED)
    return unseen.p(found.p, {setting.across: found.series.level}, "change")


def _asked(setting: Setting) -> dict[str, object]:
    found: dict[str, object] = {
        "period": setting.period,
        "since": setting.since.level,
        "kind": setting.since.kind,
    }
    if setting.where:
        found |= {"where": setting.where, "introduced_in": setting.introduced_in}
    return found | ({"places": setting.places} if setting.places else {})


def _figures(
    found: Sequence[Found | Cannot], setting: Setting, *, level: float
) -> Iterator[Figure]:
    for one in found:
        if isinstance(one, Cannot):
            yield from figure_without(one, setting)
        else:
            yield from figures_of(one, setting, level=level)
    if not _too_small(found):
        for one in _known(found):
            yield from per_period(one, setting, level=level)


def _known(found: Sequence[Found | Cannot]) -> list[Found]:
    return [each for each in found if isinstance(each, Found)]


def _too_small(found: Sequence[Found | Cannot]) -> bool:
    """Whether some group is so small that a release hides it.

    A second table, per period, would then take all groups with it: it could be laid over the
    first to work out what is hidden.
    """
    rates = [rate for one in _known(found) for pair in one.pairs for rate in pair]
    people = [each for one in found if isinstance(one, Cannot) for each in one.people]
    return any(map(is_small, [*people, *(rate.people for rate in rates)]))


def _notes(
    found: Sequence[Found | Cannot], setting: Setting, tally: Tally, level: float, family: int
) -> Iterator[Note]:
    known = _known(found)
    yield from level_notes(level)
    columns = (setting.across, setting.period)
    yield from question_notes(tally, columns=columns)
    yield from _about_periods(known, setting, tally)
    if _too_small(found):
        yield Note("periods-not-shown")
    yield from _about_places(known)
    if family > 1:
        yield Note("family", {"count": family})
    if tally.rounded_to:
        yield Note("rounded-in-intervals", {"to": tally.rounded_to})
        if any(each.times for each in known):
            yield Note("rounded-not-watched")
    yield from tally.notes


def _about_periods(known: Sequence[Found], setting: Setting, tally: Tally) -> Iterator[Note]:
    for column in (setting.period, setting.where, setting.places):
        if column and UNKNOWN in tally.levels(column):
            yield Note("unknown-left-out", {"column": column})
    if known and not any(each.times for each in known):
        yield Note("before-after-only")
    elif any(each.times and _fewest(each) < FEW_POINTS for each in known):
        yield Note("few-points", {"points": FEW_POINTS})


def _fewest(found: Found) -> int:
    before = sum(each.before for each in found.series.together)
    return min(before, len(found.series.together) - before)


def _about_places(known: Sequence[Found]) -> Iterator[Note]:
    if any(each.elsewhere and not each.permuted for each in known):
        yield Note("places-not-known")
    if any(each.permuted and each.permuted.smallest > 0.05 for each in known):
        yield Note("places-too-few")
    left_out = dict.fromkeys(name for each in known for name in each.series.left_out)
    if left_out:
        yield Note("places-left-out", {"levels": tuple(left_out)})
