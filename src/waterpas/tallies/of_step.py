"""One step of a process as a tally of its own: who could get there, and who did."""

from collections.abc import Mapping
from dataclasses import replace

from waterpas.errors import CallError
from waterpas.results import Question
from waterpas.tallies.places import listed
from waterpas.tallies.tally import Cell, Step, Tally
from waterpas.texts import LANGUAGES, mark


def of_step(tally: Tally, step: Step, *, start: str | None = None) -> Tally:
    """The tally of one step: who could get there (or, with `start`, who began) and who did."""
    places = {each.id: place for place, each in enumerate(tally.steps)}
    base, here = places[start or step.of or ""], places[step.id]
    cells = {
        key: Cell(n=cell.steps[base], cases=cell.steps[here]) for key, cell in tally.cells.items()
    }
    return replace(
        tally,
        cells=cells,
        outcome=step.id,
        steps=(),
        question=replace(
            _question(tally.question, step.question),
            among=_name(tally.steps[base]) if base else {},
            called=_name(step),
        ),
    )


def _name(step: Step) -> Mapping[str, str]:
    """The label of a step; its id where it has none."""
    return step.label or dict.fromkeys(LANGUAGES, step.id)


def _question(whole: Question, step: Question | None) -> Question:
    """What the whole question says, with what the step says of itself."""
    if step is None:
        return whole
    return replace(
        whole,
        did=step.did or whole.did,
        unit=step.unit or whole.unit,
        effect=step.effect or whole.effect,
    )


def named_step(tally: Tally, name: str, *, layout: str) -> Tally:
    """The step of a layout that is asked for as an outcome.

    A hit rate is refused: it is never shown without the selection it comes from.
    """
    steps = {step.id: step for step in tally.steps if step.of}
    step = steps.get(name)
    if step is None:
        raise CallError(
            mark(
                "De indeling %(layout)s heeft geen stap '%(outcome)s' om te vergelijken. Wel: "
                "%(steps)s."
            ),
            layout=layout,
            outcome=name,
            steps=listed(each for each, step in steps.items() if not step.hit_rate),
        )
    if step.hit_rate:
        raise CallError(
            mark(
                "De stap '%(outcome)s' is een trefkans: wie vaker zoekt, vindt vaker. Bekijk haar "
                "in de keten (waterpas chain), naast de selectie."
            ),
            outcome=name,
        )
    return of_step(tally, step)
