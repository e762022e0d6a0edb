"""How long it takes until there is a decision, and who gives up before."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import inf

from waterpas.measure.against import totals_of
from waterpas.measure.given import check_tally
from waterpas.measure.levels import check_asked_level
from waterpas.measure.notes import largest_notes, level_notes, question_notes
from waterpas.measure.waiting.answers import ABOUT, adjusted_ps, answers_of
from waterpas.measure.waiting.asked import Setting, check_setting, reference_for
from waterpas.measure.waiting.bounded import Bounded
from waterpas.measure.waiting.bounded_figures import figures_between
from waterpas.measure.waiting.compared import Compared, compared_of
from waterpas.measure.waiting.counted import HIDDEN, ROUNDED, Counted, counted_of
from waterpas.measure.waiting.drawing import drawing_of
from waterpas.measure.waiting.figures import figures_of
from waterpas.measure.waiting.found import Found, until_of
from waterpas.measure.waiting.horizon import horizon_of, horizon_of_all
from waterpas.measure.whole import with_cells
from waterpas.results import NOTHING_UNSEEN, Figure, Measured, Note, Reference, Unseen
from waterpas.tallies.tally import Tally

UNSAID = ("why", "not-alike", "after-horizon", "before-start")


@with_cells
def duration(
    tally: Tally,
    *,
    across: str,
    reference: str | Reference,
    days: str,
    ended: str | None = None,
    decided: str | None = None,
    gave_up: str | None = None,
    horizon: float | None = None,
    term: float | None = None,
    level: float = 0.95,
) -> Measured:
    """Tell whether groups wait equally long for a decision, and give up equally often.

    Answers: "how many days pass until there is a decision, for each group beside the reference?"
    and "which part gives up before there is one?" It does not say why, nor whether the cases were
    alike. Who gave up counts for the waiting time until that day: the waiting time is about those
    who stayed. It says nothing about what happens after the horizon.

    Parameters
    ----------
    tally : Tally
        Counts of applications over `across`, `days` (and `ended`). No outcome is needed.
    across : str
        The column whose levels are the groups.
    reference : str or Reference
        A level of `across`, or EVERYBODY_ELSE.
    days : str
        The column whose levels are numbers of days: from the start until the decision, until
        somebody gave up, or (still open) until the day the table was made. Days may be rounded
        to weeks. Who has no known number is left out, and counted in a note.
    ended : str, optional
        The column that says how it ended. Without it everybody got a decision.
    decided, gave_up : str, optional
        The levels of `ended` that mean a decision, and giving up. Every other level counts as
        still open, an unknown one too.
    horizon : float, optional
        Mean days within so many days: who waits longer counts as that long. Without it the
        largest horizon, in whole weeks, at which ten people of every group still wait of which
        figures may be shown; without such a group a release has none. Unit: days.
    term : float, optional
        Also the share of all who started with a decision within so many days. Unit: days.
    level : float, default 0.95
        Level of the intervals, from 0.8 to 0.999. The answer always goes by 95%.

    Returns
    -------
    Measured
        Per group: mean days within the horizon with the difference (Greenwood's variance, normal),
        the median (Kaplan and Meier 1958; Brookmeyer and Crowley 1982, on the scale of the
        logarithm of the logarithm), the share within the term and the share that gave up (Aalen
        and Johansen 1978; intervals of Wilson, Newcombe and Katz for as many people as give that
        variance). With somebody still open, giving up is looked at up to the horizon. p-values
        adjusted after Benjamini and Hochberg (1995) over all groups and both questions. Of a group
        with rounded or hidden counts, on either side: each at least and at most ("mean-least"),
        over all tables possible, but for the interval of a mean: that has the largest standard
        error of three outermost tables.

    Raises
    ------
    CallError
        If it is no tally, a column or the outcome names officials or other people, a column or
        level is not there, days are no number or negative, or a person can occur more often.
    LevelError
        If `level` is below 0.8 or above 0.999.

    Examples
    --------
    >>> from waterpas.tallies.build import tally
    >>> rows = [("A", 10 + day, 3) for day in range(30)] + [("B", day, 4) for day in range(30)]
    >>> table = [dict(zip(("groep", "dagen", "n"), row)) for row in rows]
    >>> counts = tally(table, by=["groep", "dagen"], count="n")
    >>> found = duration(counts, across="groep", reference="B", days="dagen")
    >>> found.answers[0].code, found.asked["horizon"]
    ('longer', 21.0)
    """
    check_tally(tally)
    check_asked_level(level)
    setting = Setting(across, days, ended or "", decided or "", gave_up or "", horizon, term)
    check_setting(setting, tally)
    chosen = reference_for(reference, tally, across=across)
    counted = counted_of(tally, setting)
    pairs = list(compared_of(counted, chosen, totals=totals_of(tally, across)))
    told = [each.waits for each in pairs if each.may_leave]
    shown = float(horizon) if horizon is not None else horizon_of(told)
    # A hidden group may set the second: a release hides what is found within it.
    day = shown or horizon_of_all([each.waits for each in pairs])
    find = partial(_found, pairs, setting, shown=shown, day=day)
    return _measured(find, setting, counted, tally, chosen, level)


def _found(
    pairs: Sequence[Compared], setting: Setting, counted: Counted, *, shown: float, day: float
) -> list[Found | Bounded]:
    """What is found of each group; giving up as far as these counts allow."""
    until = until_of(counted.most, shown) if setting.gave_up else None
    return [each.found(day, until, setting.term, leaves=shown > 0) for each in pairs]


def _hidden(found: Sequence[Found | Bounded], setting: Setting, unseen: Unseen) -> list[str]:
    """The groups of which it is hidden who gave up: nor does it tell whether somebody is open."""
    about = ("", *ABOUT["gave-up"])
    return [each.level for each in found if unseen.hides({setting.across: each.level}, about)]


def _measured(
    find: Callable[[Counted], Sequence[Found | Bounded]],
    setting: Setting,
    counted: Counted,
    tally: Tally,
    reference: Reference,
    level: float,
    unseen: Unseen = NOTHING_UNSEEN,
) -> Measured:
    own = find(counted)
    gone = _hidden(own, setting, unseen)
    told = counted.without(gone)
    again = find(told) if gone else own
    found = [one if one.level in gone else new for one, new in zip(own, again, strict=True)]
    looked = [each for each in found if each.level not in gone]
    ps = adjusted_ps(found, across=setting.across, unseen=unseen)
    compared = sum(p is not None for p in ps)
    figures = [
        figure for each in found for figure in _figures(each, across=setting.across, level=level)
    ]
    return Measured(
        method="duration",
        answers=answers_of(found, ps, across=setting.across),
        figures=tuple(figures),
        sources=tally.sources,
        across=setting.across,
        reference=reference,
        asked=_asked(setting, found),
        outcome="",
        level=level,
        family=compared,
        rounded_to=tally.rounded_to,
        question=tally.question,
        unsaid=UNSAID,
        notes=(
            *_notes(found, setting, told, tally, reference, level, compared),
            *_about_giving_up(looked),
        ),
        drawing=_drawing(found, reference, level),
        anew=partial(_measured, find, setting, counted, tally, reference, level),
    )


def _figures(found: Found | Bounded, *, across: str, level: float) -> Iterator[Figure]:
    if isinstance(found, Bounded):
        return figures_between(found, across=across, level=level)
    return figures_of(found, across=across, level=level)


def _asked(setting: Setting, found: Sequence[Found | Bounded]) -> dict[str, object]:
    asked: dict[str, object] = {"days": setting.days}
    if setting.ended:
        asked |= {"ended": setting.ended, "decided": setting.decided}
    if setting.gave_up:
        asked |= {"gave_up": setting.gave_up}
    if setting.term is not None:
        asked |= {"term": float(setting.term)}
    return asked | {"horizon": found[0].mine.horizon if found else 0.0}


def _drawing(
    found: Sequence[Found | Bounded], reference: Reference, level: float
) -> dict[str, object]:
    """The curves of the groups of which something can be said, the reference last."""
    told = [each for each in found if isinstance(each, Found) and not each.cannot]
    if not told:
        return {}
    curves = [(each.level, each.mine) for each in told]
    if reference.kind == "level":
        curves.append((reference.level or "", told[0].other))
    return dict(drawing_of(curves, told[0].mine.horizon, term=told[0].term, level=level))


def _notes(
    found: Sequence[Found | Bounded],
    setting: Setting,
    counted: Counted,
    tally: Tally,
    reference: Reference,
    level: float,
    compared: int,
) -> Iterator[Note]:
    yield from level_notes(level)
    yield from largest_notes(reference)
    yield from question_notes(tally, columns=(setting.across,))
    yield from _about_days(found, setting)
    yield from _about_endings(found, setting, counted)
    yield from _about_counts(tally, setting, counted)
    if compared > 1:
        yield Note("family", {"count": compared})
    yield from tally.notes


def _about_counts(tally: Tally, setting: Setting, counted: Counted) -> Iterator[Note]:
    """Whose days are not known, and what was rounded or hidden."""
    if counted.unknown_days and counted.unsure:
        yield Note("days-unknown-some", {"column": setting.days})
    elif counted.unknown_days:
        yield Note("days-unknown", {"column": setting.days, "people": counted.unknown_days})
    if ROUNDED in counted.unsure.values() and tally.rounded_to:
        yield Note("rounded-in-bounds", {"to": tally.rounded_to})
    if HIDDEN in counted.unsure.values():
        yield Note("hidden-in-bounds")


def _about_endings(
    found: Sequence[Found | Bounded], setting: Setting, counted: Counted
) -> Iterator[Note]:
    """Who gave up, and who is still open; or that nobody said how it ended."""
    if not setting.ended:
        yield Note("all-decided")
    if found and any(each.gave_up.sum() for each in counted.most):
        yield Note("who-stayed")
    if counted.open_people:
        some, people = ("-some", {}) if counted.unsure else ("", {"people": counted.open_people})
        yield Note(f"still-open{some}", people)
        yield Note("open-values", {"levels": counted.open_levels})
        if not setting.gave_up:
            yield Note("giving-up-not-chosen", {"column": setting.ended})


def _about_days(found: Sequence[Found | Bounded], setting: Setting) -> Iterator[Note]:
    """Within which days was looked, and why."""
    told = [each for each in found if not each.cannot]
    if setting.horizon is not None:
        yield Note("horizon-asked", {"days": _written(float(setting.horizon))})
    elif told:
        yield Note("horizon-chosen", {"days": _written(told[0].mine.horizon)})


def _about_giving_up(found: Sequence[Found | Bounded]) -> Iterator[Note]:
    """Up to which day giving up was looked at, where that is not to the end."""
    if any(each.until not in (None, 0.0, inf) for each in found):
        yield Note("giving-up-until", {"days": _written(found[0].mine.horizon)})


def _written(days: float) -> float:
    """Whole days as a whole number."""
    return int(days) if days == int(days) else days
