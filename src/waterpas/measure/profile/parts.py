"""From comparisons of groups to figures and answers, as one family."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from waterpas.measure.estimates import certainty_of
from waterpas.measure.multiplicity import benjamini_hochberg
from waterpas.measure.profile.inner import Inner, of_all, unknown_of
from waterpas.results import (
    NOTHING_UNSEEN,
    Allowed,
    Answer,
    Certainty,
    Comparison,
    Estimate,
    Figure,
    GroupResult,
    Interval,
    Note,
    People,
    Unseen,
)
from waterpas.results.measured import Unit

# The notes on a group that are about each kind of figure.
ABOUT: Mapping[str, tuple[str, ...]] = {
    "rate": ("hidden-interval",),
    "difference": ("small-numbers", "hidden-reference", "rounding-matters"),
    "ratio": (
        "small-numbers",
        "ratio-undefined",
        "ratio-undefined-rounded",
        "ratio-interval-undefined",
    ),
}
# The topics of which the rate says something with nothing to compare it with.
ALONE = ("chosen", "chosen-here")
# The rates among those who were chosen, or passed over: of how many of them it is not known.
UNKNOWN = {
    "hit-rate": "chosen-unknown",
    "profile-finds": "chosen-unknown",
    "passed-with-find": "passed-unknown",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One comparison in the result: what its figures are called, and what its answers are about.

    `rate`, `difference`, `ratio`, `total` (the rate of everybody) are names of figures; empty: the
    figure is not given. `topic` starts the codes of the answers; empty: it answers nothing.
    `also` goes into `of` beside the group. `notes` go with each figure. With `about`, only those
    levels have figures, and only the reference has a `total`. `inner` are the cells that figures
    of a group tell of beside others; with `summed` those of all groups, where it is compared with
    their sum.
    """

    comparison: Comparison
    rate: str = ""
    difference: str = ""
    ratio: str = ""
    total: str = ""
    topic: str = ""
    also: Mapping[str, str] = field(default_factory=dict)
    about: tuple[str, ...] = ()  # levels that stand for everybody together: `of` is empty then
    notes: tuple[Note, ...] = ()
    inner: Inner = field(default_factory=dict)
    summed: bool = True


def in_one_family(
    parts: Sequence[Part], others: Sequence[float | None] = (), unseen: Unseen = NOTHING_UNSEEN
) -> tuple[tuple[Part, ...], tuple[float | None, ...], int]:
    """The parts with p-values adjusted over all that answer, the others adjusted, and how many.

    The family is fixed by what was asked, before any result is looked at.
    """
    answering = [part for part in parts if part.topic]
    found = [_p(part, group, unseen) for part in answering for group in part.comparison.groups]
    adjusted = benjamini_hochberg([*found, *others])
    ps = iter(adjusted)
    family = sum(p is not None for p in adjusted)
    done = tuple(_decided(part, ps) if part.topic else part for part in parts)
    return done, tuple(ps), family


def _p(part: Part, group: GroupResult, unseen: Unseen) -> float | None:
    if group.is_reference or _is_left(part, group):
        return group.p
    return unseen.p(group.p, _of(part, group), part.difference, part.rate)


def _decided(part: Part, adjusted: Iterator[float | None]) -> Part:
    groups = []
    for group in part.comparison.groups:
        changed = replace(group, p_adjusted=next(adjusted))
        groups.append(replace(changed, certainty=certainty_of(changed)))
    return replace(part, comparison=replace(part.comparison, groups=tuple(groups)))


def figures_of(part: Part) -> Iterator[Figure]:
    """The figures of one comparison, each with the people it is made of."""
    for group in part.comparison.groups:
        alone, compared = _inner(part, group), _inner_compared(part, group)
        for figure in _figures(part, group):
            yield replace(figure, also=alone if figure.unit == "rate" else compared)


def _inner(part: Part, group: GroupResult) -> tuple[People, ...]:
    """What the figures of a group tell of beside its people: inner cells, and the unknown."""
    level = group.group[part.comparison.across]
    return (*part.inner.get(level, ()), *_unknown(group))


def _inner_compared(part: Part, group: GroupResult) -> tuple[People, ...]:
    """The same of a difference or a ratio: also of whom the group is compared with."""
    reference = part.comparison.reference
    others = [each for each in part.comparison.groups if _stratum(part, each, group)]
    if reference.kind != "level":
        cells = of_all(part.inner) if part.summed else _inner(part, group)
        return (*cells, *(one for each in others for one in _unknown(each)))
    across = part.comparison.across
    behind = [each for each in others if each.group[across] == reference.level]
    return (*_inner(part, group), *(one for each in behind for one in _inner(part, each)))


def _stratum(part: Part, one: GroupResult, other: GroupResult) -> bool:
    """Whether two groups stand in the same stratum."""
    return all(one.group[column] == other.group[column] for column in part.comparison.by)


def _unknown(group: GroupResult) -> tuple[People, ...]:
    return unknown_of(group.unknown.count) if group.unknown else ()


def _figures(part: Part, group: GroupResult) -> Iterator[Figure]:
    of, allowed = _of(part, group), group.allowed or Allowed()
    notes = {name: _notes(part, group, codes) for name, codes in ABOUT.items()}
    if _is_total(part, group):
        if part.total:
            people = _behind(part, group)
            yield _figure(part.total, "rate", group.rate, allowed.rate, {}, people, notes["rate"])
        return
    if _is_left(part, group):
        return
    if part.rate:
        people = (People(group.n, group.cases),)
        yield replace(
            _figure(part.rate, "rate", group.rate, allowed.rate, of, people, notes["rate"]),
            suppressed=group.suppressed if group.rate is None else None,
        )
    if group.is_reference:
        return
    people = _people(part, group)
    if part.difference:
        ends, about = allowed.difference, notes["difference"]
        name = part.difference
        yield _figure(name, "difference", group.difference, ends, of, people, about)
        yield from _could_see(part, group, of, people)
    if part.ratio:
        yield _figure(part.ratio, "ratio", group.ratio, allowed.ratio, of, people, notes["ratio"])


def _could_see(
    part: Part, group: GroupResult, of: Mapping[str, str], people: tuple[People, ...]
) -> Iterator[Figure]:
    """The smallest difference that could have been seen, where none was shown."""
    seen = group.detectable
    ends = [end for end in (seen.higher, seen.lower) if end] if seen else []
    if part.topic and group.certainty is Certainty.NOT_SHOWN and ends:
        name = f"{part.difference}-could-see"
        yield Figure(name, "difference", max(ends), of=of, method="detectable", people=people)


def _figure(
    name: str,
    unit: Unit,
    found: Estimate | None,
    allowed: Interval | None,
    of: Mapping[str, str],
    people: tuple[People, ...],
    notes: tuple[Note, ...],
) -> Figure:
    if found is None:
        return Figure(name, unit, None, allowed, of=of, people=people, notes=notes)
    method = f"{found.method}-rounded" if found.outer else found.method
    interval = found.outer or found.interval
    return Figure(name, unit, found.value, interval, of, method, people, notes=notes)


def _notes(part: Part, group: GroupResult, codes: tuple[str, ...]) -> tuple[Note, ...]:
    """What must be said of one figure; how many people only in the field `people`."""
    own = tuple(Note(note.code) for note in group.notes if note.code in codes)
    code = "found-unknown" if _is_total(part, group) else UNKNOWN.get(part.rate, "found-unknown")
    unknown = (Note(code, {"people": group.unknown.count}),) if group.unknown else ()
    return (*part.notes, *own, *unknown)


def _of(part: Part, group: GroupResult) -> Mapping[str, str]:
    return {} if part.about else {**group.group, **part.also}


def _is_everybody(part: Part, group: GroupResult) -> bool:
    return part.comparison.reference.kind == "everybody" and group.is_reference


def _is_total(part: Part, group: GroupResult) -> bool:
    """Whether this row is what the others are compared with, and no group of its own."""
    return _is_everybody(part, group) or bool(part.about and group.is_reference)


def _is_left(part: Part, group: GroupResult) -> bool:
    return bool(part.about) and group.group[part.comparison.across] not in part.about


def _behind(part: Part, group: GroupResult) -> tuple[People, ...]:
    """The people that a row of everybody (or of the sample) is made of."""
    if not _is_everybody(part, group):
        return (People(group.n, group.cases),)
    groups = part.comparison.groups
    return tuple(People(g.n, g.cases) for g in groups if not _is_everybody(part, g))


def _people(part: Part, group: GroupResult) -> tuple[People, ...]:
    """All groups that a comparison of this one is made of, itself first."""
    own = People(group.n, group.cases)
    if part.comparison.reference.kind != "level":
        others = [each for each in part.comparison.groups if each is not group]
        rest = [People(g.n, g.cases) for g in others if not _is_everybody(part, g)]
        return (own, *rest)
    if group.reference_n is None:
        return (own,)
    return own, People(group.reference_n, group.reference_cases)


def answers_of(part: Part, unseen: Unseen = NOTHING_UNSEEN) -> Iterator[Answer]:
    """What came out about each group that was compared: the surest first, what is hidden last."""
    if not part.topic:
        return
    names = tuple(name for name in (part.rate, part.difference) if name)
    hidden = [g for g in part.comparison.groups if unseen.hides(_of(part, g), names)]
    seen = [group for group in part.comparison.groups if group not in hidden]
    for group in (*sorted(seen, key=_most_telling), *hidden):
        if group.is_reference or _is_left(part, group):
            continue
        of = _of(part, group)
        yield Answer(f"{part.topic}-{_end(part, group)}", of, names, group.certainty)


def _end(part: Part, group: GroupResult) -> str:
    """How the code of an answer ends; of a chance of control, why it cannot be said."""
    end = word(group)
    if end != "cannot" or part.topic not in ALONE:
        return end
    if group.rate is not None:
        return "cannot-compare"
    return "cannot-nobody" if group.n.high == 0 else end


def _most_telling(group: GroupResult) -> tuple[int, bool, float]:
    """What is surest first; of those what happens more often, and the largest difference."""
    order = [Certainty.DIFFERENCE, Certainty.INDICATION, Certainty.NOT_SHOWN, Certainty.TOO_FEW]
    place = order.index(group.certainty) if group.certainty else len(order)
    size = group.difference.value if group.difference else 0.0
    return place, size < 0, -abs(size)


def word(group: GroupResult) -> str:
    """How the code of an answer ends."""
    if group.certainty is None or group.difference is None:
        return "cannot"
    return said(group.certainty, higher=group.difference.value > 0)


def said(certainty: Certainty, *, higher: bool) -> str:
    """The end of a code: more, less, perhaps more, perhaps less, not shown, too few."""
    way = "more" if higher else "less"
    words = {Certainty.DIFFERENCE: way, Certainty.INDICATION: f"perhaps-{way}"}
    return words.get(certainty, str(certainty))
