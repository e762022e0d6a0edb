"""What is asked of a search over combinations; what cannot be asked is refused in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from waterpas.errors import CallError
from waterpas.measure.against import EVERYBODY, EVERYBODY_ELSE
from waterpas.measure.given import check_outcome, check_tally
from waterpas.measure.levels import check_asked_level
from waterpas.results import Reference
from waterpas.tallies.each_once import refuse_twice
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """The columns, how many at a time, with whom is compared, and what is shown."""

    columns: tuple[str, ...]
    depth: int
    reference: Reference
    level: float
    most: int
    also_small: bool
    passed: str = ""  # the group that was named as the reference, and is not used as one
    nowhere: bool = False  # no table is searched, for nothing is shown of any


def asked(
    tally: Tally,
    *,
    across: str,
    columns: str | Sequence[str],
    depth: int,
    reference: str | Reference,
    level: float,
    most: int,
    also_small: bool,
) -> Asked:
    """The question, checked; CallError where it cannot be answered."""
    check_tally(tally)
    check_asked_level(level)
    _refuse_what_cannot(tally)
    more = (columns,) if isinstance(columns, str) else tuple(columns)
    every = (across, *(column for column in more if column != across))
    for column in every:
        tally.position(column)
    refuse_twice(every)
    _refuse_number(depth, name="depth")
    _refuse_number(most, name="most")
    chosen, passed = _reference(reference, tally.levels(across))
    deep = min(depth, len(every))
    return Asked(every, deep, chosen, level, most, also_small, passed)


def _refuse_what_cannot(tally: Tally) -> None:
    check_outcome(tally)
    if tally.has_repeats:
        raise CallError(
            mark(
                "Zoeken in combinaties kan niet als een persoon vaker kan voorkomen: wie in meer "
                "groepen voorkomt, telt dan dubbel. Maak een telling met één rij per persoon."
            )
        )


def _refuse_number(value: object, *, name: str) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise CallError(
            mark("%(name)s moet een heel getal van 1 of meer zijn; opgegeven is %(value)s."),
            name=name,
            value=value,
        )


def _reference(wanted: str | Reference, levels: tuple[str, ...]) -> tuple[Reference, str]:
    """Everybody or everybody else; a single group is nobody to compare all combinations with."""
    if isinstance(wanted, Reference):
        kind, level, reason = wanted.kind, wanted.level or "", wanted.reason
    else:
        kind, level, reason = "level", wanted, None
        if wanted in {EVERYBODY, EVERYBODY_ELSE} and wanted not in levels:
            kind, level = ("everybody" if wanted == EVERYBODY else "everybody-else"), ""
    if kind == "everybody":
        return Reference("everybody", None, reason), ""
    return Reference("everybody-else", None, reason if not level else None), level
