"""All parts of a risk profile's result together: figures and answers, as one family."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from waterpas.measure.groups import compare_groups
from waterpas.measure.profile import carried as proxies
from waterpas.measure.profile import finds, within
from waterpas.measure.profile.asked import Asked
from waterpas.measure.profile.choice import Choice
from waterpas.measure.profile.counted import counted
from waterpas.measure.profile.error_rates import (
    Matrix,
    error_parts,
    followed,
    hit_rates,
    inner_of,
    opposite,
)
from waterpas.measure.profile.inner import Inner, both_rows, chosen_row, of_all, together
from waterpas.measure.profile.parts import Part, answers_of, figures_of, in_one_family
from waterpas.measure.profile.points import without_each
from waterpas.measure.profile.what_if import Tried, cut_offs, number_column, tried_figures
from waterpas.results import NOTHING_UNSEEN, Answer, Figure, Unseen
from waterpas.tallies.tally import Tally


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of what would be found: in whom, and for which groups."""

    base: Tally  # the random sample, or everybody
    matrix: Matrix | None  # over the groups that were followed; None: no error rates
    groups: tuple[str, ...]  # the groups that were followed
    everyone: bool  # all groups were, so that everybody (or the sample) stands for random control


def collected(
    tally: Tally, asked: Asked, unseen: Unseen = NOTHING_UNSEEN
) -> tuple[tuple[Answer, ...], tuple[Figure, ...], int]:
    """The answers, the figures, and how many comparisons were looked at together."""
    seen = _seen(tally, asked)
    alike, carried = tuple(_alike(tally, asked)), tuple(_carried(tally, asked))
    ps = [
        *(unseen.p(e.p, {asked.across: e.group}, "chosen-among-alike") for e in alike),
        *(unseen.p(e.p, {proxies.VARIABLE: e.variable}, "carries") for e in carried),
    ]
    parts, adjusted, family = in_one_family(tuple(_parts(tally, asked, seen)), ps, unseen)
    figures = [figure for part in parts for figure in figures_of(part)]
    figures += [turned for figure in figures if (turned := opposite(figure))]
    figures += [within.figure_of(each, across=asked.across) for each in alike]
    for each in carried:
        figures.append(proxies.figure_of(each))
        figures += proxies.share_figures(
            tally, across=asked.across, variable=each.variable, level=asked.level
        )
    changed = list(_changed(tally, asked, seen))
    figures += changed
    answers = [answer for part in parts for answer in answers_of(part, unseen)]
    answers += _cannot(tally, asked, seen)
    answers += [
        Answer("chosen-if", each.of, ("chosen-if",)) for each in changed if each.name == "chosen-if"
    ]
    answers += [
        within.answer_of(each, p, across=asked.across)
        for each, p in zip(alike, adjusted[: len(alike)], strict=True)
    ]
    answers += [
        proxies.answer_of(each, p) for each, p in zip(carried, adjusted[len(alike) :], strict=True)
    ]
    return tuple(answers), _together(figures), family


def _together(figures: list[Figure]) -> tuple[Figure, ...]:
    """All figures about the same people together, so that a hit rate has its chance beside it."""
    about: dict[tuple[tuple[str, str], ...], list[Figure]] = {}
    for figure in figures:
        about.setdefault(tuple(figure.of.items()), []).append(figure)
    return tuple(figure for some in about.values() for figure in some)


def _seen(tally: Tally, asked: Asked) -> Seen | None:
    """None: nobody said what was found."""
    if asked.found is None:
        return None
    random = asked.random
    base = tally.where(lambda at: random.counts[at[random.column]] is True) if random else tally
    matrix = Matrix(base, asked.across, asked.reference, asked.chosen, asked.found, asked.level)
    groups = followed(matrix)
    everyone = set(groups) == set(tally.levels(asked.across))
    if not _can_compare(asked, groups, everyone=everyone):
        return Seen(base, None, groups, everyone)
    known = base.where(lambda at: at[asked.across] in groups)
    return Seen(base, replace(matrix, tally=known), groups, everyone)


def _can_compare(asked: Asked, groups: tuple[str, ...], *, everyone: bool) -> bool:
    """Whether error rates have something to stand beside."""
    if asked.reference.kind != "level":
        return everyone
    return asked.reference.level in groups


def _parts(tally: Tally, asked: Asked, seen: Seen | None) -> Iterator[Part]:
    yield from _chances(tally, asked, _inner(tally, asked, seen))
    if asked.alike:
        yield within.stratum_part(
            tally,
            across=asked.across,
            reference=asked.reference,
            chosen=asked.chosen,
            alike=asked.alike,
            level=asked.level,
        )
    if seen is not None and asked.found is not None:
        yield from _found(tally, asked, seen, asked.found)


def _inner(tally: Tally, asked: Asked, seen: Seen | None) -> Inner:
    """Per group the cells that the chance of control and the hit rate tell of together."""
    if seen is None or asked.found is None:
        return {}
    rows = both_rows(
        tally,
        across=asked.across,
        chosen=asked.chosen,
        found=asked.found,
        groups=() if asked.random else seen.groups,
    )
    return together(rows, _by_profile(tally, asked, asked.found))


def _by_profile(tally: Tally, asked: Asked, found: Choice) -> Inner:
    """Who was chosen and not drawn: what is left of a hit rate without the sample."""
    if asked.random is None:
        return {}
    keep = finds.not_drawn(asked.random)
    return chosen_row(tally, across=asked.across, chosen=asked.chosen, found=found, keep=keep)


def _chances(tally: Tally, asked: Asked, inner: Inner) -> Iterator[Part]:
    """The chance of control: of each group, and of each value of each variable."""
    groups = counted(tally, asked.chosen, by=(asked.across,))
    yield Part(
        compare_groups(groups, across=asked.across, reference=finds.EVERYBODY, level=asked.level),
        rate="chosen",
        difference="chosen-above-random",
        ratio="chosen-times-random",
        total="chosen-at-random",
        topic="chosen",
        inner=inner,
        summed=False,
    )
    if asked.reference.kind == "level":
        yield Part(
            compare_groups(
                groups, across=asked.across, reference=asked.reference, level=asked.level
            ),
            difference="chosen-above-reference",
            ratio="chosen-times-reference",
            inner=inner,
            summed=False,
        )
    for variable in asked.variables:
        yield Part(
            compare_groups(
                counted(tally, asked.chosen, by=(variable,)),
                across=variable,
                reference=finds.EVERYBODY,
                level=asked.level,
            ),
            rate="chosen-here",
            difference="chosen-here-above-random",
            ratio="chosen-here-times-random",
            topic="chosen-here",
        )


def _found(tally: Tally, asked: Asked, seen: Seen, found: Choice) -> Iterator[Part]:
    """What was found: hit rates, error rates, and whether the profile finds more than chance."""
    whole = Matrix(tally, asked.across, asked.reference, asked.chosen, found, asked.level)
    inner = _inner(tally, asked, seen)
    rates = hit_rates(whole, compared=seen.everyone and asked.random is None)
    yield replace(rates, inner=inner)
    if seen.matrix is not None:
        yield from error_parts(seen.matrix)
    if asked.random is not None:
        yield finds.against_sample(
            tally,
            chosen=asked.chosen,
            found=found,
            random=asked.random,
            inner=of_all(together(inner, _inner_drawn(seen))),
            level=asked.level,
        )
    elif seen.everyone:
        yield finds.against_all(
            tally,
            chosen=asked.chosen,
            found=found,
            inner=of_all(inner),
            level=asked.level,
        )
    if asked.random is not None or seen.everyone:
        yield from finds.level_parts(seen.base, asked.variables, found, level=asked.level)


def _inner_drawn(seen: Seen) -> Inner:
    """The cells of the groups in the sample."""
    return inner_of(seen.matrix) if seen.matrix else {}


def _cannot(tally: Tally, asked: Asked, seen: Seen | None) -> Iterator[Answer]:
    """What cannot be said, and why."""
    if seen is None:
        yield Answer("found-not-asked")
        return
    for group in tally.levels(asked.across):
        if seen.matrix is None or group not in seen.groups:
            yield Answer("errors-cannot", {asked.across: group})
    if asked.random is None and not seen.everyone:
        yield Answer("profile-finds-cannot-compare")


def _alike(tally: Tally, asked: Asked) -> Iterator[within.Alike]:
    if asked.alike:
        yield from within.alike_groups(
            tally,
            across=asked.across,
            reference=asked.reference.level or "",
            chosen=asked.chosen,
            alike=asked.alike,
            level=asked.level,
        )


def _carried(tally: Tally, asked: Asked) -> Iterator[proxies.Carried]:
    for variable in asked.variables:
        yield proxies.carried(tally, across=asked.across, variable=variable, level=asked.level)


def _tried(tally: Tally, asked: Asked) -> Iterator[Tried]:
    if asked.cut_offs:
        column = asked.score or number_column(asked.chosen)
        yield from cut_offs(tally, column, asked.cut_offs)
    if asked.points is not None:
        yield from without_each(tally, asked.points, asked.chosen)


def _changed(tally: Tally, asked: Asked, seen: Seen | None) -> Iterator[Figure]:
    """The figures of every other way to choose."""
    every = tuple(_tried(tally, asked))
    matrix = seen.matrix if seen else None
    for tried in every:
        others = [asked.chosen, *(each.chosen for each in every if each is not tried)]
        yield from tried_figures(
            tally, tried, across=asked.across, others=others, matrix=matrix, level=asked.level
        )
