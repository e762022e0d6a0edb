"""Like with like: whether a difference stays among people who are alike in what was given."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from waterpas.errors import CallError
from waterpas.measure.against import reference_of
from waterpas.measure.given import check_tally
from waterpas.measure.levels import check_asked_level
from waterpas.measure.like_with_like import figures as made
from waterpas.measure.like_with_like.answers import Judged, adjusted_ps, answers, judged
from waterpas.measure.like_with_like.asked import (
    Asked,
    alike_in,
    columns_of,
    refuse,
    refuse_everybody,
)
from waterpas.measure.like_with_like.figures import About
from waterpas.measure.like_with_like.logistic import Collinear, Separated
from waterpas.measure.like_with_like.modelled import Modelled, modelled
from waterpas.measure.like_with_like.notes import pairing_notes, unsaid, whole_notes
from waterpas.measure.like_with_like.pairing import Pairing, pairings
from waterpas.measure.like_with_like.redrawn import redrawn
from waterpas.measure.pairs_of_counts import side_of
from waterpas.measure.whole import with_cells
from waterpas.results import (
    DECIDING_LEVEL,
    NOTHING_UNSEEN,
    Figure,
    Measured,
    Note,
    People,
    Reference,
    Unseen,
)
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

OfOne = tuple[tuple[Figure, ...], tuple[Note, ...]]  # of one group


@with_cells
def adjusted(
    tally: Tally,
    *,
    across: str,
    reference: str | Reference,
    given: str | Sequence[str],
    made_by_process: str | Sequence[str] = (),
    level: float = 0.95,
    because: str | None = None,
    bootstrap: int = 0,
    seed: int = 0,
) -> Measured:
    """Compare groups among people who are alike in what was given.

    Answers: "does the difference stay, when people are compared with people in the same situation?"
    It does not say why, nor whether a difference is justified. It compares only what is in `given`.
    A column that the process made itself (the department one was sent to, the scale one was put in)
    may be the route of unequal treatment: name it in `made_by_process`, and the result says so.

    Parameters
    ----------
    tally : Tally
        Counts with a yes/no outcome, over at least `across` and `given`.
    across : str
        The column whose levels are the groups.
    reference : str or Reference
        A level of `across`, or EVERYBODY_ELSE. It must be named; there is no default.
    given : str or sequence of str
        The columns in which people must be alike. Each combination of their levels is a stratum.
    made_by_process : str or sequence of str, optional
        The columns among these that the process made itself; who is named only here is in `given`
        as well. All others were there before it.
    level : float, default 0.95
        Confidence level of the intervals that are given, from 0.8 to 0.999. Answers always go by
        95%.
    because : str, optional
        Why this reference.
    bootstrap : int, default 0
        Redraw the cases so many times for the intervals of the modelled figures: 200 to 10,000,
        and as many that on average five lie beyond each end (1,000 with `level` 0.99). 0: by
        formula. Of rounded or hidden counts there are no modelled figures.
    seed : int, default 0
        The same seed gives the same bootstrap.

    Returns
    -------
    Measured
        Per group: the raw rate and difference (Newcombe); difference and ratio like with like
        (Mantel-Haenszel; Klingenberg, Greenland-Robins); the parts of the difference (Kitagawa);
        expected rates (direct standardisation); and for the method note the ratio of odds, p,
        the E-value, and difference and ratio by a logistic model. Rates and differences are
        proportions, group minus reference. Of rounded or hidden counts the intervals allow for all
        counts possible.

    Raises
    ------
    CallError
        If it is no tally, a column or the outcome names officials or other people, a column or the
        reference is not in it, it has no yes/no outcome, it allows for persons who stand in several
        rows, `reference` is EVERYBODY, or `bootstrap` is no whole number, or one that is not
        allowed.
    LevelError
        If `level` is below 0.8 or above 0.999.

    References
    ----------
    Per statistic, in `waterpas.measure.like_with_like`; see docs/methoden/adjusted.md.

    Examples
    --------
    >>> from waterpas.tallies.build import tally
    >>> rows = [("m", "A", 825, 512), ("f", "A", 108, 89), ("m", "F", 373, 22), ("f", "F", 341, 24)]
    >>> counts = tally([dict(zip(("sex", "dept", "n", "x"), row)) for row in rows],
    ...                by=["sex", "dept"], outcome="x", count="n")
    >>> result = adjusted(counts, across="sex", reference="m", given="dept")
    >>> result.answers[0].code
    'difference-turns'
    """
    check_tally(tally)
    check_asked_level(level)
    made_by = columns_of(made_by_process)
    given = alike_in(columns_of(given), made_by)
    refuse(tally, across=across, given=given, bootstrap=bootstrap)
    whole = tally.roll_up(to=(across, *given)).without_totals(given)
    chosen = reference_of(reference, levels=whole.levels(across), across=across, because=because)
    refuse_everybody(chosen)
    asked = Asked(across, chosen, given, made_by, level, int(bootstrap), seed)
    return _measured(whole, asked)


def _measured(tally: Tally, asked: Asked) -> Measured:
    pairs = tuple(pairings(tally, across=asked.across, reference=asked.reference))
    if not pairs:
        raise CallError(
            mark("In kolom '%(column)s' staat maar één groep. Er zijn er minstens twee nodig."),
            column=asked.across,
        )
    parts = [_of_one(pair, asked) for pair in pairs]
    judgements = [_judged(pair, asked) for pair in pairs]
    return _told(tally, asked, parts, judgements)


def _told(
    tally: Tally,
    asked: Asked,
    parts: Sequence[OfOne],
    judgements: Sequence[Judged],
    unseen: Unseen = NOTHING_UNSEEN,
) -> Measured:
    pairs = [each.pairing for each in judgements]
    ps = adjusted_ps(judgements, across=asked.across, unseen=unseen)
    family = sum(p is not None for p in ps.alike)
    return Measured(
        method="adjusted",
        answers=tuple(answers(judgements, ps, across=asked.across)),
        figures=(*_reference_rate(tally, asked), *(f for figures, _ in parts for f in figures)),
        sources=tally.sources,
        across=asked.across,
        reference=asked.reference,
        asked=asked.told(),
        outcome=tally.outcome or "",
        level=asked.level,
        family=family,
        rounded_to=tally.rounded_to,
        question=tally.question,
        unsaid=unsaid(asked.made_by_process),
        notes=(
            *whole_notes(tally, asked, family=family),
            *(note for _, notes in parts for note in notes),
            *_count_notes(tally, pairs),
            *tally.notes,
        ),
        anew=partial(_told, tally, asked, parts, judgements),
    )


def _of_one(pair: Pairing, asked: Asked) -> OfOne:
    """All figures and notes of one group."""
    of = {asked.across: pair.level}
    own = About(of, (pair.people[0],), asked.level, pair.group.hidden)
    about = About(of, pair.people, asked.level, pair.hidden)
    # Beside the whole group these figures tell of who has a counterpart, and of who has none.
    alike = replace(about, people=pair.matched, also=(*pair.people, *pair.people_left))
    within = replace(alike, also=(*alike.also, *pair.people_in_strata))
    model, model_notes = _model(pair, asked)
    how = "bootstrap" if asked.bootstrap else "delta"
    figures = (
        made.raw_rate(pair.group, own),
        made.raw_difference(pair, about),
        *made.main_figures(pair, alike),
        *made.could_see(pair, within),
        *made.parts(pair, within),
        *made.expected(pair, within),
        *made.shares(pair, replace(about, also=(*pair.matched, *pair.people_left))),
        *made.by_model(model, within, exact=pair.exact, method=how),
        *made.for_the_note(pair, within),
    )
    return figures, (*pairing_notes(pair), *model_notes)


def _model(pair: Pairing, asked: Asked) -> tuple[Modelled | None, tuple[Note, ...]]:
    """The model of one group and the reference, or a note that says why there is none."""
    strata, columns = pair.strata, pair.columns(asked.given)
    if not any(each.varies for each in strata) or pair.hidden:
        return None, ()
    if columns.too_many:
        return None, (Note("model-too-many", {"levels": (pair.level,)}),)
    try:
        if not asked.bootstrap:
            return modelled(strata, columns, level=asked.level), ()
        made = redrawn(strata, columns, draws=asked.bootstrap, seed=asked.seed, level=asked.level)
        failed = () if made.ratio_interval else (Note("redraw-failed", {"levels": (pair.level,)}),)
        return made, failed
    except Separated:
        return None, (Note("model-separated", {"levels": (pair.level,)}),)
    except Collinear:
        return None, (Note("model-collinear", {"levels": (pair.level,), "columns": asked.given}),)


def _judged(pair: Pairing, asked: Asked) -> Judged:
    about = About({}, (), DECIDING_LEVEL)
    raw = made.raw_difference(pair, about)
    alike = next(made.main_figures(pair, about))
    return judged(pair, raw, alike)


def _reference_rate(tally: Tally, asked: Asked) -> Iterator[Figure]:
    """The rate of the reference, where it is one group."""
    if asked.reference.kind != "level":
        return
    level = asked.reference.level or ""
    cells = tally.roll_up(to=(asked.across,)).cells
    side = side_of(cells[(level,)])
    people = (People(side.n, side.cases),)
    yield made.raw_rate(side, About({asked.across: level}, people, asked.level, side.hidden))


def _count_notes(tally: Tally, pairs: Sequence[Pairing]) -> Iterator[Note]:
    """That counts were rounded or hidden, and what that does."""
    if all(pair.exact for pair in pairs):
        return
    if tally.rounded_to:
        yield Note("rounded", {"to": tally.rounded_to})
    if any(pair.hidden for pair in pairs):
        yield Note("hidden-in-source")
    yield Note("model-not-rounded")
