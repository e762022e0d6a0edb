"""How long it takes until there is a decision, and who gives up before."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import inf

from waterpas.measure.against import totals_of
from waterpas.measure.given import check_tally
from waterpas.measure.levels import check_asked_level
from waterpas.measure.notes import largest_notes, level_notes, question_notes
from waterpas.measure.waiting.answers import answers_of, family_of
from waterpas.measure.waiting.asked import Setting, check_setting, reference_for
from waterpas.measure.waiting.counted import Counted, counted_of
from waterpas.measure.waiting.drawing import drawing_of
from waterpas.measure.waiting.figures import figures_of
from waterpas.measure.waiting.found import Found, Group, until_of, why_not
from waterpas.measure.waiting.horizon import horizon_of, horizon_of_all
from waterpas.measure.waiting.waits import Waits, together, waits_of
from waterpas.results import NOTHING_UNSEEN, Measured, Note, Reference, Unseen
from waterpas.tallies.tally import Tally

UNSAID = ("why", "not-alike", "after-horizon", "before-start")
NOBODY = waits_of(())


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
        adjusted after Benjamini and Hochberg (1995) over all groups and both questions.

    Raises
    ------
    CallError
        If it is no tally, a column or level is not there, days are no number or negative, or a
        person can occur more often.
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
    pairs = _pairs(counted, chosen, totals=totals_of(tally, across))
    both = [(mine, other) for _, mine, other in pairs]
    shown = float(horizon) if horizon is not None else horizon_of(both)
    day = shown or horizon_of_all(both)  # a release hides what is found within the second
    until = until_of([each for pair in both for each in pair], shown) if gave_up else None
    found = [
        Found(
            level=name,
            mine=Group(mine, day),
            other=Group(other, day),
            cannot=_blocked(counted, chosen, name) or why_not(mine, other, day),
            until=until,
            term=term,
        )
        for name, mine, other in pairs
    ]
    return _measured(found, setting, counted, tally, chosen, level)


def _pairs(
    counted: Counted, reference: Reference, *, totals: frozenset[str]
) -> list[tuple[str, Waits, Waits]]:
    """Each group with those it is compared with."""
    groups = counted.groups
    if reference.kind == "level":
        other = groups.get(reference.level or "", NOBODY)
        return [(name, mine, other) for name, mine in groups.items() if name != reference.level]
    each = {name: waits for name, waits in groups.items() if name not in totals}
    return [
        (name, mine, together(waits for other, waits in each.items() if other != name))
        for name, mine in each.items()
    ]


def _blocked(counted: Counted, reference: Reference, name: str) -> str:
    """Why a count behind the comparison is not known; empty: all are."""
    among = [name, reference.level] if reference.kind == "level" else list(counted.groups)
    reasons = {counted.blocked.get(each or "", "") for each in among}
    return next((why for why in ("cannot-hidden", "cannot-rounded") if why in reasons), "")


def _measured(
    found: Sequence[Found],
    setting: Setting,
    counted: Counted,
    tally: Tally,
    reference: Reference,
    level: float,
    unseen: Unseen = NOTHING_UNSEEN,
) -> Measured:
    compared = family_of(found, across=setting.across, unseen=unseen)
    figures = [
        figure for each in found for figure in figures_of(each, across=setting.across, level=level)
    ]
    return Measured(
        method="duration",
        answers=answers_of(found, across=setting.across, unseen=unseen),
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
        notes=tuple(_notes(found, setting, counted, tally, reference, level, compared)),
        drawing=_drawing(found, reference, level),
        anew=partial(_measured, found, setting, counted, tally, reference, level),
    )


def _asked(setting: Setting, found: Sequence[Found]) -> dict[str, object]:
    asked: dict[str, object] = {"days": setting.days}
    if setting.ended:
        asked |= {"ended": setting.ended, "decided": setting.decided}
    if setting.gave_up:
        asked |= {"gave_up": setting.gave_up}
    if setting.term is not None:
        asked |= {"term": float(setting.term)}
    return asked | {"horizon": found[0].mine.horizon if found else 0.0}


def _drawing(found: Sequence[Found], reference: Reference, level: float) -> dict[str, object]:
    """The curves of the groups of which something can be said, the reference last."""
    told = [each for each in found if not each.cannot]
    if not told:
        return {}
    curves = [(each.level, each.mine) for each in told]
    if reference.kind == "level":
        curves.append((reference.level or "", told[0].other))
    return dict(drawing_of(curves, told[0].mine.horizon, term=told[0].term, level=level))


def _notes(
    found: Sequence[Found],
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
    if counted.unknown_days:
        yield Note("days-unknown", {"column": setting.days, "people": counted.unknown_days})
    if compared > 1:
        yield Note("family", {"count": compared})
    yield from tally.notes


def _about_endings(found: Sequence[Found], setting: Setting, counted: Counted) -> Iterator[Note]:
    """Who gave up, and who is still open; or that nobody said how it ended."""
    if not setting.ended:
        yield Note("all-decided")
    if any(side.waits.gave_up.sum() for each in found for side in (each.mine, each.other)):
        yield Note("who-stayed")
    if counted.open_people:
        yield Note("still-open", {"people": counted.open_people})
        yield Note("open-values", {"levels": counted.open_levels})
        if not setting.gave_up:
            yield Note("giving-up-not-chosen", {"column": setting.ended})


def _about_days(found: Sequence[Found], setting: Setting) -> Iterator[Note]:
    """Within which days was looked, and why."""
    told = [each for each in found if not each.cannot]
    if setting.horizon is not None:
        yield Note("horizon-asked", {"days": _written(float(setting.horizon))})
    elif told:
        yield Note("horizon-chosen", {"days": _written(told[0].mine.horizon)})
    if any(each.until not in (None, 0.0, inf) for each in found):
        yield Note("giving-up-until", {"days": _written(found[0].mine.horizon)})


def _written(days: float) -> float:
    """Whole days as a whole number."""
    return int(days) if days == int(days) else days
