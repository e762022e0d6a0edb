"""Which column says who was chosen, and which of its levels count."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from waterpas.codebooks.words import folded
from waterpas.errors import CallError
from waterpas.tallies.outcomes import is_case, known_text, parse_outcome
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

_AT_LEAST = re.compile(r"^(?P<column>.+?)\s*>=\s*(?P<number>-?\d+(?:[.,]\d+)?)$")


@dataclass(frozen=True, slots=True)
class Choice:
    """A column read as yes or no. `counts`: per level whether it counts; None: not known.

    `at` is the cut-off, where the column holds numbers and a level counts from there on.
    """

    column: str
    text: str
    counts: Mapping[str, bool | None]
    at: float | None = None


def column_of(text: str) -> str:
    """The column in 'COL', 'COL=VALUE' or 'COL>=NUMBER', for who has no table yet."""
    found = _AT_LEAST.match(text)
    return found["column"] if found else text.partition("=")[0]


def choice_of(tally: Tally, text: str) -> Choice:
    """Read 'COL', 'COL=VALUE' or 'COL>=NUMBER' on the columns of a tally."""
    found = None if text in tally.by else _AT_LEAST.match(text)
    if found:
        number = float(found["number"].replace(",", "."))
        return at_least(tally, found["column"], number)
    outcome = parse_outcome(text, tally.by)
    if outcome is None or not outcome.column:
        raise CallError(mark("Noem de kolom waarin staat wie is gekozen."))
    levels = tally.levels(outcome.column)
    source = " + ".join(each.name for each in tally.sources)
    case = is_case(outcome, levels, source=source)
    counts = {level: _flag(level, case) for level in levels}
    return Choice(outcome.column, text, counts)


def at_least(tally: Tally, column: str, number: float) -> Choice:
    """Everybody whose number is at least the cut-off."""
    counts = {
        level: None if known_text(level) is None else _number(level, column) >= number
        for level in tally.levels(column)
    }
    return Choice(column, f"{column}>={number:g}", counts, at=number)


def _flag(level: str, case: Mapping[str, bool]) -> bool | None:
    text = known_text(level)
    return None if text is None else case[folded(text)]


def _number(level: str, column: str) -> float:
    try:
        return float(level.replace(",", "."))
    except ValueError:
        raise CallError(
            mark(
                "Een grens hoort bij een kolom met getallen. In kolom '%(column)s' staat "
                "'%(level)s'."
            ),
            column=column,
            level=level,
        ) from None
