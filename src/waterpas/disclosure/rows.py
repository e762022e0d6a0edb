"""The rows and sentences of what is hidden: which there would have been tells of the people."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from waterpas.disclosure.unlike import HIDDEN, Key, key_of
from waterpas.results import Answer, Figure, Suppressed


def without_hidden_rows(figures: Iterable[Figure], gone: Collection[Key]) -> tuple[Figure, ...]:
    """The figures without those that are hidden for the people in them.

    That nobody was chosen, or everybody, tells which figures a group has; and the smallest
    difference that could be seen is there only where none was shown. That something is hidden is
    said in an answer.
    """
    return tuple(each for each in figures if key_of(each) not in gone)


def said_once(answers: Iterable[Answer]) -> Iterator[Answer]:
    """The answers, without saying twice of somebody that everything is hidden."""
    told: list[Mapping[str, str]] = []
    for answer in answers:
        if answer.code != HIDDEN or answer.figures:
            yield answer
        elif answer.of not in told:
            told.append(answer.of)
            yield answer


def hide(figure: Figure) -> Figure:
    """The figure without its value and without what it is made of; the reason that it had stays."""
    reason = figure.suppressed or Suppressed("small-group")
    hidden = replace(figure, value=None, interval=None, suppressed=reason, notes=())
    return replace(hidden, people=(), also=(), parts=(), ends=())
