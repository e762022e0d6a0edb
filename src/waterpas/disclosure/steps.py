"""Steps of a chain side by side: what one step hides, no other step may count out."""

from collections.abc import Iterator

from waterpas.disclosure.rules import too_small
from waterpas.results import Chain, ChainStep, GroupResult

Row = tuple[ChainStep, GroupResult]


def given_away(result: Chain, *, minimum: int) -> dict[str, frozenset[str]]:
    """Per step the groups that must go as well, because of what other steps show.

    The people with the outcome in one step are the people of the next. So the step before and the
    step after a hidden one tell together how many fell away in it. Wherever two counts along the
    chain differ by fewer than the minimum, the last of both is taken out of every step.
    """
    gone: dict[str, set[str]] = {step.id: set() for step in result.steps}
    of = {step.id: step.of for step in result.steps}
    for level, rows in _by_level(result).items():
        shown = [row for row in rows if not too_small(row[1], minimum=minimum)]
        while close := _close(shown, of, minimum=minimum):
            for step, _ in (row for row in shown if close in {row[0].id, row[0].of}):
                gone[step.id].add(level)
            shown = [row for row in shown if close not in {row[0].id, row[0].of}]
    return {step: frozenset(levels) for step, levels in gone.items()}


def _by_level(result: Chain) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for step in result.steps:
        for group in step.comparison.groups:
            found.setdefault(group.group[result.across], []).append((step, group))
    return found


def _close(shown: list[Row], of: dict[str, str | None], *, minimum: int) -> str | None:
    """A step whose count is shown, and almost the count of a step that it is a part of."""
    counts = list(_counts(shown))
    for step, count in counts:
        wider = set(_wider(step, of))
        if any(name in wider and abs(other - count) < minimum for name, other in counts):
            return step
    return None


def _counts(shown: list[Row]) -> Iterator[tuple[str, int]]:
    """How many people are in which step, as far as the rows that are shown tell."""
    for step, group in shown:
        if step.of is not None and group.n.value is not None:
            yield step.of, group.n.value
        if group.cases.value is not None:
            yield step.id, group.cases.value


def _wider(step: str, of: dict[str, str | None]) -> Iterator[str]:
    """The steps that this one is a part of, the nearest first."""
    here = of.get(step)
    while here is not None:
        yield here
        here = of.get(here)
