"""What may be in a table: looked at before anything is read further."""

from collections.abc import Sequence
from dataclasses import dataclass

from waterpas.tallies.places import address
from waterpas.texts import Language, mark, translate


@dataclass(frozen=True, slots=True)
class Route:
    """A way that is open; title and text are marked sentences."""

    code: str
    title: str
    text: str

    def in_language(self, lang: Language) -> tuple[str, str]:
        """Title and text, in the language asked for."""
        return translate(self.title, lang), translate(self.text, lang)


ROUTES = (
    Route(
        "cbs-table",
        mark("Een tabel van het CBS"),
        mark("U krijgt alleen aantallen terug, afgerond en zonder kleine groepen."),
    ),
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

    def text(self, lang: Language) -> str:
        """The sentence, in the language asked for."""
        return translate(self.why, lang)


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
    header_row: int = 1,
) -> Inspection:
    """Look at the header and a sample."""
    never, stopped = [], []
    for place, name in enumerate(header):
        word = name.strip().casefold()
        cells = tuple(
            address(row, place)
            for row in range(header_row + 1, header_row + 1 + min(3, len(sample)))
        )
        if word in _NEVER and (rows_are_people or word != "naam"):
            why = mark("Dit wijst één mens aan.")
            never.append(Concern(name, place, "identifier", why, cells))
        elif rows_are_people and not has_counts and word in _STOPPED:
            why = mark("Dit is een bijzonder persoonsgegeven.")
            stopped.append(Concern(name, place, "origin", why, cells))
    return Inspection(tuple(never), tuple(stopped))
