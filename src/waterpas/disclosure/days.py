"""Waiting times: what is hidden looks the same, whatever the reason."""

from collections.abc import Collection
from dataclasses import replace

from waterpas.disclosure.unlike import HIDDEN
from waterpas.results import Answer, Figure, Measured

CHOSEN, UNTIL = "horizon-chosen", "giving-up-until"
FAMILY = "family"  # how many comparisons there were: a hidden one may have been none
About = tuple[tuple[str, str], ...]


def is_about_days(result: Measured) -> bool:
    """Whether a result is about numbers of days."""
    return any(figure.unit == "days" for figure in result.figures)


def hidden_alike(result: Measured) -> Measured:
    """The result without any figure about what is hidden, and without what else tells the reason.

    Which figures there would have been tells why there are none: that everybody waited equally
    long, or that nobody has a decision yet. So do the number of comparisons, and the days within
    which was looked, where nothing is shown that those days were chosen for.
    """
    hidden = [answer for answer in result.answers if answer.code == HIDDEN]
    gone = {(_about(answer), name) for answer in hidden for name in answer.figures}
    waiting = {about for about, name in gone for f in result.figures if _is_days(f, about, name)}
    figures = tuple(f for f in result.figures if not _goes(f, gone, waiting))
    left = replace(result, figures=figures, answers=tuple(map(_bare, result.answers)))
    return _without_reasons(left) if hidden else left


def _is_days(figure: Figure, about: About, name: str) -> bool:
    return figure.unit == "days" and (tuple(figure.of.items()), figure.name) == (about, name)


def _goes(figure: Figure, gone: Collection[tuple[About, str]], waiting: Collection[About]) -> bool:
    about = tuple(figure.of.items())
    return (about, figure.name) in gone or (figure.unit == "days" and about in waiting)


def _about(answer: Answer) -> About:
    return tuple(answer.of.items())


def _bare(answer: Answer) -> Answer:
    return replace(answer, figures=()) if answer.code == HIDDEN else answer


def _without_reasons(result: Measured) -> Measured:
    """Without how many comparisons there were, and without days that nothing shown was chosen by.

    Days that somebody asked for stay: they are no figure of the table.
    """
    shown = [figure for figure in result.figures if figure.value is not None]
    away, asked = {FAMILY}, dict(result.asked)
    if not any(figure.unit == "days" for figure in shown):
        away.add(CHOSEN)
    if not shown:
        away.add(UNTIL)
    notes = tuple(note for note in result.notes if note.code not in away)
    if not {"horizon-asked", CHOSEN, UNTIL} & {note.code for note in notes}:
        asked["horizon"] = 0.0
    return replace(result, notes=notes, family=1, asked=asked)
