"""For whom the figures are: on one's own machine all of them, further only through control."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from waterpas.errors import NotReleased
from waterpas.results import Chain, Comparison, Result
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


def for_circle(results: Sequence[Result], audience: Audience | None) -> Sequence[Result]:
    """The results as this circle may see them; NotReleased: they may not go there."""
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

    released = [release(each, audience=audience) for each in results]
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


def _is_anything_left(result: Result) -> bool:
    """Whether there is a figure of a group left."""
    if isinstance(result, Comparison):
        return any(group.rate is not None for group in result.groups)
    if isinstance(result, Chain):
        return any(_is_anything_left(step.comparison) for step in result.steps)
    return any(figure.value is not None or figure.interval for figure in result.figures)
