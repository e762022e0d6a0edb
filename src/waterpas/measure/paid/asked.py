"""What was asked about pay, checked against the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from waterpas.errors import CallError
from waterpas.measure.against import reference_of
from waterpas.results import Reference
from waterpas.tallies.outcomes import Outcome, parse_outcome
from waterpas.tallies.tally import UNKNOWN, Tally
from waterpas.texts import mark

Measure = Literal["amount", "log"]
MOST_LEVELS = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, once it was checked."""

    across: str
    reference: Reference
    amount: str
    scale: str | None
    given: tuple[str, ...]
    step: str | None
    moved_up: Outcome | None
    left: Outcome | None
    logs: bool
    level: float

    @property
    def alike(self) -> tuple[str, ...]:
        """The columns in which people are compared with those who are alike."""
        return (*((self.scale,) if self.scale else ()), *self.given)

    @property
    def known(self) -> tuple[str, ...]:
        """The columns that must be known of whom pay counts."""
        return (*self.alike, *((self.step,) if self.step else ()))

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns of the table that matter."""
        ends = [each.column for each in (self.moved_up, self.left) if each]
        return (self.across, self.amount, *self.known, *ends)


def asked_of(
    tally: Tally,
    *,
    across: str,
    reference: str | Reference,
    amount: str,
    scale: str | None,
    given: str | Sequence[str],
    step: str | None,
    moved_up: str | None,
    left: str | None,
    measure: Measure,
    level: float,
) -> Asked:
    """What was asked; CallError for what cannot be asked of this tally."""
    if measure not in ("amount", "log"):
        raise CallError(
            mark("Kies 'amount' (bedragen) of 'log' (verhoudingen) als maat, niet '%(measure)s'."),
            measure=measure,
        )
    if amount == tally.amount and amount not in tally.by:
        raise CallError(
            mark(
                "Zet de kolom '%(column)s' bij de kolommen waarover u telt (by), niet bij het "
                "bedrag: van elk bedrag is nodig hoeveel mensen het krijgen."
            ),
            column=amount,
        )
    asked = Asked(
        across=across,
        reference=_reference(reference, tally, across=across),
        amount=amount,
        scale=scale,
        given=(given,) if isinstance(given, str) else tuple(given),
        step=step,
        moved_up=parse_outcome(moved_up, tally.by),
        left=parse_outcome(left, tally.by),
        logs=measure == "log",
        level=level,
    )
    _refuse(tally, asked)
    return asked


def _reference(wanted: str | Reference, tally: Tally, *, across: str) -> Reference:
    chosen = reference_of(wanted, levels=tally.levels(across), across=across)
    if chosen.kind != "level":
        raise CallError(
            mark("Loon vergelijken wij met één groep. Noem een groep uit kolom '%(column)s'."),
            column=across,
        )
    return chosen


def _refuse(tally: Tally, asked: Asked) -> None:
    for place, column in enumerate(asked.columns):
        if column in asked.columns[:place]:
            raise CallError(
                mark("U koos de kolom '%(column)s' twee keer. Kies elke kolom één keer."),
                column=column,
            )
        tally.position(column)
    if asked.step and not asked.scale:
        raise CallError(
            mark("Een trede zegt alleen iets binnen een schaal. Noem ook de kolom met de schaal.")
        )
    if tally.has_repeats:
        raise CallError(
            mark(
                "Loon vergelijken kan niet met een telling waarin een persoon vaker kan voorkomen. "
                "Neem één rij per persoon of per baan, en laat weg wie het is."
            )
        )
    _refuse_one_group(tally, asked)


def _refuse_one_group(tally: Tally, asked: Asked) -> None:
    groups = [each for each in tally.levels(asked.across) if each != UNKNOWN]
    if len(groups) < 2:
        raise CallError(
            mark("In kolom '%(column)s' staat maar één groep. Er zijn er minstens twee nodig."),
            column=asked.across,
        )


def refuse_many_levels(tally: Tally, columns: Sequence[str]) -> None:
    """Raise CallError where a column has so many levels that nobody is alike in it."""
    for column in columns:
        levels = tally.levels(column)
        if len(levels) > MOST_LEVELS:
            raise CallError(
                mark(
                    "De kolom '%(column)s' heeft %(count)s waarden. Zo is bijna niemand met een "
                    "ander te vergelijken. Neem waarden samen, hoogstens %(most)s."
                ),
                column=column,
                count=len(levels),
                most=MOST_LEVELS,
            )
