"""The step in the scale as a number."""

import re
from collections.abc import Mapping

from waterpas.errors import CallError
from waterpas.tallies.tally import UNKNOWN, Tally
from waterpas.texts import mark

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def steps_of(tally: Tally, column: str | None) -> Mapping[str, float] | None:
    """The number in each step ("3", "trede 3"); CallError where there is none, or more."""
    if column is None:
        return None
    found = {level: NUMBER.findall(level) for level in tally.levels(column) if level != UNKNOWN}
    if any(len(numbers) != 1 for numbers in found.values()):
        raise CallError(
            mark("In de kolom '%(column)s' staan treden. Elke trede moet een getal zijn."),
            column=column,
        )
    return {level: float(numbers[0].replace(",", ".")) for level, numbers in found.items()}
