"""What a sheet says about the register, carried signed from the preview to the confirmation.

Only what was understood travels along: never the file, and no column that we do not use.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.core import signing
from django.utils.translation import gettext as _

SALT = "waterpas.register.import"
ONE_DAY = 24 * 3600


class SheetUnusable(Exception):
    """The file as a whole cannot be read in: one sentence, in the language of the page."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a cell or a row that we do not understand, and how to mend it."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that was understood. `values` holds the filled cells only, by field, as texts."""

    row: int
    title: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Listed:
    """A sheet as it was understood: its columns by field, its rows, and what is wrong with it."""

    name: str
    sheet: str
    columns: Mapping[str, str]
    unused: tuple[str, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]

    def place(self, entry: Entry, field: str) -> str:
        """The cell of a field: `B5`; without such a column the row: `rij 5`."""
        column = self.columns.get(field)
        return f"{column}{entry.row}" if column else _("rij %(row)s") % {"row": entry.row}


def packed(listed: Listed, *, promised: str) -> str:
    """As a signed text for a hidden field, with the fingerprint of what was shown."""
    return signing.dumps({"listed": asdict(listed), "promised": promised}, salt=SALT, compress=True)


def unpacked(text: str) -> tuple[Listed, str]:
    """What was packed; refuses what we did not sign, and what is older than a day."""
    try:
        plain = signing.loads(text, salt=SALT, max_age=ONE_DAY)
    except signing.BadSignature as error:
        raise SheetUnusable(_("Het bestand is onderweg kwijtgeraakt. Kies het opnieuw.")) from error
    raw = plain["listed"]
    return (
        Listed(
            name=raw["name"],
            sheet=raw["sheet"],
            columns=raw["columns"],
            unused=tuple(raw["unused"]),
            entries=tuple(Entry(**each) for each in raw["entries"]),
            problems=tuple(Problem(**each) for each in raw["problems"]),
        ),
        plain["promised"],
    )
