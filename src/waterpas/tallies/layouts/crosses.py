"""A cross-table can prove that a step is no part of another; then the chain is refused."""

from collections.abc import Iterator, Sequence

from waterpas.errors import NotNested
from waterpas.results import Count
from waterpas.tallies.layouts.grid import Reader
from waterpas.tallies.layouts.layout import Layout
from waterpas.tallies.steps import as_people
from waterpas.tallies.tally import Step
from waterpas.texts import mark


def check_crosses(reader: Reader, layout: Layout) -> None:
    """Refuse a step within another when rows of the table show people outside it.

    Of rounded and hidden counts only what cannot be zero is proof.
    """
    for cross in layout.crosses:
        if cross.outside not in _above(cross.step, layout.steps):
            continue
        found = [(group.level, reader.count(cross.rows, group.level)) for group in layout.groups]
        outside = [(level, people) for level, people in found if people.low > 0]
        if outside:
            raise NotNested(
                mark(
                    "De stap '%(step)s' is geen deel van '%(of)s': in %(source)s zijn er mensen in "
                    "'%(step)s' die niet in '%(of)s' zijn (%(people)s). Zeg van welke stap "
                    "'%(step)s' wel een deel is; dan staat '%(of)s' naast de keten."
                ),
                step=cross.step,
                of=cross.outside,
                source=reader.grid.source,
                people=", ".join(_texts(outside)),
            )


def _texts(outside: Sequence[tuple[str, Count]]) -> Iterator[str]:
    return (f"{level}: {as_people(people)}" for level, people in outside)


def _above(step: str, steps: Sequence[Step]) -> list[str]:
    """The steps that this one is said to be a part of, directly or not."""
    of = {each.id: each.of for each in steps}
    above: list[str] = []
    here = of[step]
    while here is not None:
        above.append(here)
        here = of[here]
    return above
