"""What may be in a table: looked at before anything is read further."""

from collections.abc import Sequence
from dataclasses import dataclass

from waterpas.tallies.places import address
from waterpas.texts import mark

ROUTES = (
    mark("Vraag het CBS om een tabel met aantallen per groep."),
    mark("Houd een anonieme enquête."),
    mark("Gebruik een register zonder groepen."),
)
_STOPPED = (
    "herkomst",
    "afkomst",
    "religie",
    "geloof",
    "huidskleur",
    "nationaliteit",
    "geboorteland",
)
_NEVER = ("bsn", "naam", "e-mail", "email", "adres", "geboortedatum")


@dataclass(frozen=True, slots=True)
class Concern:
    """A column about which something must be said; cells by their address, never their value."""

    column: str
    place: int
    kind: str
    why: str
    example_cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """Columns that are never read, and columns that stop the study without a ground."""

    never_read: tuple[Concern, ...]
    stopped: tuple[Concern, ...]


def inspect(
    header: Sequence[str],
    sample: Sequence[Sequence[object]],
    *,
    rows_are_people: bool,
    has_counts: bool,
) -> Inspection:
    """Look at the header and a sample."""
    never, stopped = [], []
    for place, name in enumerate(header):
        word = name.strip().casefold()
        cells = tuple(address(row, place) for row in range(2, 2 + min(3, len(sample))))
        if word in _NEVER:
            why = mark("Dit wijst één mens aan.")
            never.append(Concern(name, place, "identifier", why, cells))
        elif rows_are_people and not has_counts and word in _STOPPED:
            why = mark("Dit is een bijzonder persoonsgegeven.")
            stopped.append(Concern(name, place, "origin", why, cells))
    return Inspection(tuple(never), tuple(stopped))
