"""Steps of a process: how they hang together, and whether the counts allow it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from waterpas.errors import CallError, NotNested
from waterpas.results import Count
from waterpas.tallies.places import listed
from waterpas.tallies.tally import Cell, Key, Step
from waterpas.texts import mark


@dataclass(frozen=True, slots=True)
class StepColumn:
    """A step and the column that holds it."""

    step: Step
    column: str


def parse_steps(
    texts: Sequence[str], columns: Sequence[str], *, hit_rates: Sequence[str] = ()
) -> tuple[StepColumn, ...]:
    """Read 'NAME' or 'NAME:OF'. Without OF, a step is a part of the one before it.

    `hit_rates` names the steps that are only about those who were selected.
    """
    found: list[StepColumn] = []
    for text in texts:
        name, of = _split(text, columns)
        before = found[-1].step.id if found else None
        step = Step(
            id=name, label={"nl": name, "en": name}, of=of or before, hit_rate=name in hit_rates
        )
        found.append(StepColumn(step, name))
    _check_hit_rates(hit_rates, [each.step for each in found])
    nested = check_steps([each.step for each in found])
    return tuple(StepColumn(step, each.column) for step, each in zip(nested, found, strict=True))


def _check_hit_rates(names: Sequence[str], steps: Sequence[Step]) -> None:
    """A hit rate needs a selection before it, that itself is a step of something."""
    known = {step.id: step for step in steps}
    for name in names:
        step = known.get(name)
        before = known.get(step.of or "") if step else None
        if before is None or before.of is None:
            raise CallError(
                mark(
                    "De stap '%(step)s' kan geen trefkans zijn: een trefkans gaat over wie in een "
                    "eerdere stap is gekozen, uit een grotere groep. De stappen zijn: %(names)s."
                ),
                step=name,
                names=listed(known),
            )


def _split(text: str, columns: Sequence[str]) -> tuple[str, str | None]:
    if text in columns or ":" not in text:
        return text, None
    name, _, of = text.rpartition(":")
    return name.strip(), of.strip()


def check_steps(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Refuse steps that hang in the air; say which lie on the way to the last one."""
    if len(steps) < 2:
        raise CallError(mark("Een keten heeft minstens twee stappen. Noem er nog een."))
    names: list[str] = []
    for step in steps:
        if step.id in names:
            raise CallError(mark("De stap '%(step)s' staat er twee keer."), step=step.id)
        if names and step.of not in names:
            raise CallError(
                mark(
                    "De stap '%(step)s' is een deel van '%(of)s', maar die staat er niet voor. "
                    "Eerder staan: %(names)s."
                ),
                step=step.id,
                of=step.of,
                names=listed(names),
            )
        names.append(step.id)
    _check_hit_rates([step.id for step in steps if step.hit_rate], steps)
    return _nested(steps)


def _nested(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Only steps on the way to the last one are a part of the chain; others stand beside it."""
    of = {step.id: step.of for step in steps}
    way: list[str] = []
    here: str | None = steps[-1].id
    while here is not None:
        way.append(here)
        here = of[here]
    first = replace(steps[0], of=None, nested=True)
    return (first, *(replace(step, nested=step.id in way) for step in steps[1:]))


def check_nested(cells: Mapping[Key, Cell], steps: Sequence[Step]) -> None:
    """Refuse more people in a step than in the step it is a part of.

    Of rounded and hidden counts only what is impossible is refused.
    """
    place = {step.id: at for at, step in enumerate(steps)}
    for key, cell in cells.items():
        for step in steps:
            if step.of is None:
                continue
            inner, outer = cell.steps[place[step.id]], cell.steps[place[step.of]]
            if inner.low > outer.high:
                raise _too_many(step, key, inner, outer)


def _too_many(step: Step, key: Key, inner: Count, outer: Count) -> NotNested:
    return NotNested(
        mark(
            "De stap '%(step)s' telt bij '%(group)s' meer mensen (%(inner)s) dan de stap '%(of)s' "
            "(%(outer)s), waar zij een deel van zou zijn. Verbeter de aantallen, of zeg van welke "
            "stap '%(step)s' wel een deel is."
        ),
        step=step.id,
        group=listed(key),
        inner=as_people(inner),
        of=step.of,
        outer=as_people(outer),
    )


def as_people(count: Count) -> str:
    """A count in a sentence; of a hidden one the most it can be."""
    return f"<{count.high + 1}" if count.value is None else str(count.value)


def reached(answers: Sequence[bool | None], steps: Sequence[Step]) -> list[bool] | None:
    """Which steps a person reached; None when that is not known.

    A missing answer means 'did not get there' where the step before it was not reached.
    """
    place = {step.id: at for at, step in enumerate(steps)}
    got: list[bool] = []
    for step, answer in zip(steps, answers, strict=True):
        could = step.of is None or got[place[step.of]]
        if answer is None and could:
            return None
        got.append(bool(answer))
    return got


def contradictions(got: Sequence[bool], steps: Sequence[Step]) -> Iterable[tuple[Step, str]]:
    """The steps that a person reached without the step they are a part of."""
    place = {step.id: at for at, step in enumerate(steps)}
    for step, here in zip(steps, got, strict=True):
        if here and step.of is not None and not got[place[step.of]]:
            yield step, step.of
