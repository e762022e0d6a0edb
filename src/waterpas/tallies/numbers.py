"""Numbers that stand as levels of a column: amounts, days."""

import re
from collections.abc import Iterable

from waterpas.codebooks.words import HIDDEN, folded
from waterpas.tallies.counts import COUNT, MARKS, ZEROS
from waterpas.tallies.tally import UNKNOWN

PLAIN = re.compile(r"-?\d+([.,]\d+)?")
WITH_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+,\d+")  # 3.012,50


def number_of(level: str) -> float | None:
    """The number that a level says, with a decimal point or comma; None: it says none."""
    text = level.strip().replace("−", "-")
    if WITH_THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    return float(text.replace(",", ".")) if PLAIN.fullmatch(text) else None


def are_numbers(levels: Iterable[str]) -> bool:
    """Whether every level is a number, but for what is unknown or hidden; without one: no."""
    known = _known(levels)
    return bool(known) and all(number_of(level) is not None for level in known)


def sizes_of(levels: Iterable[str]) -> dict[str, float]:
    """How large each level is, to put them in order; empty when not all that is known is a number.

    Where each can be a count, a mark before three digits sets the thousands apart.
    """
    known = _known(levels)
    if known and all(re.match(COUNT, level) for level in known):
        return {level: float(re.sub(MARKS, "", re.sub(ZEROS, "", level))) for level in known}
    return {level: number_of(level) or 0.0 for level in known} if are_numbers(known) else {}


def _known(levels: Iterable[str]) -> list[str]:
    """The levels that are neither unknown nor hidden."""
    return [level for level in levels if level != UNKNOWN and folded(level) not in HIDDEN]
