"""The step in the scale as a number."""

from collections.abc import Mapping

from waterpas.errors import CallError
from waterpas.measure.paid.amounts import numbers_of
from waterpas.tallies.tally import Tally
from waterpas.texts import mark


def steps_of(tally: Tally, column: str | None) -> Mapping[str, float] | None:
    """The number of each step; CallError where one is no number."""
    if column is None:
        return None
    found = numbers_of(tally.levels(column))
    if found is None:
        raise CallError(
            mark("In de kolom '%(column)s' staan treden. Elke trede moet een getal zijn."),
            column=column,
        )
    return found
