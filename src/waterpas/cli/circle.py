"""For whom the figures are: on one's own machine all of them, further only through control."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from waterpas.errors import NotReleased
from waterpas.results import Chain, Comparison, Measured, Result
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

if TYPE_CHECKING:
    from waterpas.disclosure import Audience

CIRCLES = ("council", "public")
# What stands above every answer; `None` is for nobody else.
STAMPS: Mapping[str | None, str] = {
    None: mark("Niet voor publicatie: kleine groepen zijn niet verborgen."),
    "council": mark(
        "Voor de raad: kleine groepen zijn verborgen. Geef geen tweede tabel over dezelfde mensen."
    ),
    "public": mark(
        "Voor iedereen: kleine groepen zijn verborgen. Geef geen tweede tabel over dezelfde mensen."
    ),
}


def for_circle(
    results: Sequence[Result], audience: Audience | None, *, counts: Tally | None
) -> Sequence[Result]:
    """The results as this circle may see them; NotReleased: they may not go there.

    `counts`: what they were made of. Of a method control looks at each cell.
    """
    if audience is None:
        return results
    if len(results) > 1:
        raise NotReleased(
            mark(
                "Meer uitkomsten mogen niet samen naar buiten: naast elkaar kunnen tabellen "
                "verraden wie in geen van beide staat. Kies één --outcome."
            )
        )
    from waterpas.disclosure import release

    made = [_with_cells(each, counts) for each in results]
    released = [release(each, audience=audience) for each in made]
    if not all(_is_anything_left(each.result) for each in released):
        raise NotReleased(
            mark(
                "Deze cijfers mogen niet naar buiten: er blijft niets over als kleine groepen "
                "verborgen zijn. Neem grotere groepen, of meer jaren bij elkaar."
            )
        )
    return [each.result for each in released]


def prepared(counts: Tally, method: str, audience: str | None, **settings: object) -> Tally:
    """The counts without what a method may never let out, when they go further than one's own."""
    if audience is None:
        return counts
    from waterpas.explain.methods import method_of

    return method_of(method).prepare(counts, settings)


def _with_cells(result: Result, counts: Tally | None) -> Result:
    from waterpas.disclosure.cells import cells_of
    from waterpas.explain.methods import method_of

    if not isinstance(result, Measured) or method_of(result.method).percents:
        return result  # of percentages of CBS each figure itself carries how few it may be about
    if counts is None:
        raise ValueError("without the counts nobody can tell what a figure gives away")
    return replace(result, cells=(*(result.cells or ()), *cells_of(counts)))


def _is_anything_left(result: Result) -> bool:
    """Whether there is a figure of a group left."""
    if isinstance(result, Comparison):
        return any(group.rate is not None for group in result.groups)
    if isinstance(result, Chain):
        return any(_is_anything_left(step.comparison) for step in result.steps)
    return any(figure.value is not None or figure.interval for figure in result.figures)
