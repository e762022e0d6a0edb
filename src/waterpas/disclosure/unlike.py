"""Figures that would tell of each person, for nearly all are alike: what is left of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from waterpas.results import Answer, Figure, Measured, Suppressed

HIDDEN = "hidden"
SMALL_PART = Suppressed("small-part")
About = tuple[tuple[str, str], ...]
Key = tuple[str, About]  # the name of a figure, and about whom it is


def telling(result: Measured, *, minimum: int) -> frozenset[Key]:
    """The figures that tell of each person what they are about.

    With fewer people than the minimum who differ from most, a mean says it of nearly everybody, as
    a rate does where nearly everybody has the outcome.
    """
    return frozenset(
        key_of(figure)
        for figure in result.figures
        if any((each.n.value or 0) < minimum for each in figure.unlike)
    )


def without_telling(result: Measured, gone: Collection[Key]) -> Measured:
    """The result without these figures; of what rests on them it only says that it is hidden."""
    figures = tuple(_hidden(f) if key_of(f) in gone else f for f in result.figures)
    return replace(result, figures=figures, answers=tuple(_said(result.answers, gone)))


def key_of(figure: Figure) -> Key:
    """The name of a figure, and about whom it is."""
    return _key(figure.name, figure.of)


def _key(name: str, of: Mapping[str, str]) -> Key:
    return name, tuple(of.items())


def _hidden(figure: Figure) -> Figure:
    return replace(figure, value=None, interval=None, people=(), suppressed=SMALL_PART, notes=())


def _said(answers: Iterable[Answer], gone: Collection[Key]) -> Iterator[Answer]:
    """Once per group that something is hidden; else the answers as they are."""
    told: list[Mapping[str, str]] = []
    for answer in answers:
        if not any(_key(name, answer.of) in gone for name in answer.figures):
            yield answer
        elif answer.of not in told:
            told.append(answer.of)
            yield replace(answer, code=HIDDEN, certainty=None)
