"""The steps of a process: where does the difference arise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from waterpas.errors import CallError, NotNested
from waterpas.measure.against import reference_of
from waterpas.measure.given import check_tally
from waterpas.measure.groups import adjust, compare_groups
from waterpas.measure.hit_rates import rates_only
from waterpas.measure.notes import has_outer, level_notes, question_notes
from waterpas.results import Chain, ChainStep, Comparison, Estimate, Interval, Note, Reference
from waterpas.tallies.of_step import of_step
from waterpas.tallies.tally import Step, Tally
from waterpas.texts import mark


def chain(
    tally: Tally,
    *,
    across: str,
    reference: str | Reference,
    level: float = 0.95,
    because: str | None = None,
) -> Chain:
    """Compare groups at every step of a process, and along the whole of it.

    Answers: "at which step do people of one group go on more (or less) often than those of the
    reference group, and what is the result of all steps together?" It does not say why, and a
    step that is not a part of the one before it is never multiplied into the chain.

    Parameters
    ----------
    tally : Tally
        Counts with steps (`tally(..., steps=...)` or a layout).
    across, reference, level, because
        As in `compare_groups`.

    Returns
    -------
    Chain
        Per step a Comparison (rate among those who could get there), and per group the cumulative
        ratio: the rate among all who started, against that of the reference. A step whose people
        do not go on to the last step stands beside the chain: it has no cumulative ratio. A hit
        rate is not compared: it has rates, and no ratio, also not a cumulative one.
        All groups of all steps that are compared are one family for the adjusted p-values.

    Raises
    ------
    NotNested
        If more people are in a step than in the step it is a part of.
    LevelError, CallError
        As in `compare_groups`; and if the tally has no steps.
    """
    check_tally(tally)
    _refuse_without_steps(tally)
    whole = tally.roll_up(to=(across,))
    _refuse_unnested(whole)
    chosen = reference_of(reference, levels=whole.levels(across), across=across, because=because)
    steps = [step for step in whole.steps if step.of]
    compared = _compared(whole, steps, chosen, across=across, level=level)
    line = _line(whole.steps)
    so_far = {
        step.id: _since_the_start(whole, step, chosen, across=across, level=level)
        for step in steps
        if step.id in line and not step.hit_rate
    }
    parts = tuple(
        ChainStep(
            id=step.id,
            label=step.label,
            of=step.of,
            nested=step.id in line,
            hit_rate=step.hit_rate,
            comparison=compared[step.id],
            cumulative=_ratios(so_far.get(step.id)),
            cumulative_allowed=_still_allowed(so_far.get(step.id)),
        )
        for step in steps
    )
    result = Chain(
        across=across,
        reference=chosen,
        population=whole.steps[0].id,
        population_label=whole.steps[0].label,
        steps=parts,
        level=level,
        family=parts[0].comparison.family,
        sources=whole.sources,
        rounded_to=whole.rounded_to,
        question=whole.question,
    )
    return replace(result, notes=tuple(_notes(result, whole)))


def _compared(
    tally: Tally, steps: Sequence[Step], reference: Reference, *, across: str, level: float
) -> Mapping[str, Comparison]:
    """Per step its comparison; of a hit rate only the rates, outside the family."""
    found = {
        step.id: compare_groups(
            of_step(tally, step), across=across, reference=reference, level=level
        )
        for step in steps
    }
    chosen = [step.id for step in steps if not step.hit_rate]
    adjusted = dict(zip(chosen, adjust([found[name] for name in chosen]), strict=True))
    family = next(each.family for each in adjusted.values())
    return {
        name: adjusted.get(name) or rates_only(each, family=family) for name, each in found.items()
    }


def _refuse_without_steps(tally: Tally) -> None:
    if len(tally.steps) < 2:
        raise CallError(
            mark(
                "Deze telling heeft geen stappen. Noem minstens twee stappen, of gebruik een "
                "indeling waarin zij staan."
            )
        )


def _refuse_unnested(tally: Tally) -> None:
    places = {step.id: place for place, step in enumerate(tally.steps)}
    for step in tally.steps:
        if not step.of:
            continue
        for key, cell in tally.cells.items():
            inner, outer = cell.steps[places[step.id]], cell.steps[places[step.of]]
            if inner.low > outer.high:
                raise NotNested(
                    mark(
                        "Stap '%(step)s' telt bij '%(group)s' meer mensen (%(inner)s) dan stap "
                        "'%(outer_step)s' (%(outer)s), waar hij een deel van moet zijn. "
                        "Verbeter de telling, of zeg van welke stap hij wel een deel is."
                    ),
                    step=step.id,
                    group=", ".join(key),
                    inner=inner.value,
                    outer_step=step.of,
                    outer=outer.value,
                )


def _line(steps: tuple[Step, ...]) -> frozenset[str]:
    """The steps that lie on the way to the last one: only these are multiplied."""
    parents = {step.id: step.of for step in steps}
    here: str | None = steps[-1].id
    line = set()
    while here:
        line.add(here)
        here = parents[here]
    return frozenset(line)


def _since_the_start(
    tally: Tally, step: Step, reference: Reference, *, across: str, level: float
) -> Comparison:
    """The step as a rate of all who started."""
    start = of_step(tally, step, start=tally.steps[0].id)
    return compare_groups(start, across=across, reference=reference, level=level)


def _ratios(so_far: Comparison | None) -> Mapping[str, Estimate | None]:
    groups = so_far.groups if so_far else ()
    return {each.group[so_far.across]: each.ratio for each in groups if so_far}


def _still_allowed(so_far: Comparison | None) -> Mapping[str, Interval]:
    """Between what a ratio lies of which a count is hidden."""
    groups = so_far.groups if so_far else ()
    return {
        each.group[so_far.across]: each.allowed.ratio
        for each in groups
        if so_far and each.allowed and each.allowed.ratio and not each.is_reference
    }


def _notes(chain: Chain, tally: Tally) -> Iterator[Note]:
    yield Note("not-why")
    yield from level_notes(chain.level)
    yield from question_notes(tally, columns=(chain.across,))
    first: Comparison = chain.steps[0].comparison
    yield from (note for note in first.notes if note.code.startswith("reference"))
    for step in chain.steps:
        if not step.nested:
            yield Note("beside", {"step": step.id})
        if step.hit_rate:
            yield Note("hit-rate", {"step": step.id, "of": step.of})
    for step in chain.steps:
        if any(ratio is None for ratio in step.cumulative.values()):
            yield Note("cumulative-unknown", {"step": step.id})
    if chain.family > 1:
        yield Note("family", {"count": chain.family})
    if chain.rounded_to and any(has_outer(step.comparison) for step in chain.steps):
        yield Note("rounded", {"to": chain.rounded_to})
    yield from tally.notes
