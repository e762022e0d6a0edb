"""What Statistics Netherlands (CBS) calls the columns of Kerncijfers wijken en buurten.

The names differ per form and per year: a file with maps has `percentage_met_herkomstland_…`, the
tables of StatLine have names with a number behind it that changes each year (`BuitenEuropa_19`). So
a column is known by its stem. Source: CBS, Kerncijfers wijken en buurten 2022-2024 (85318NED,
85618NED, 85984NED); codes for what is missing or secret as in those tables.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from waterpas.codebooks.words import HIDDEN, folded


@dataclass(frozen=True, slots=True)
class Group:
    """A group of residents: the stems of the column with its percentage, and of its number."""

    percentage: str
    number: str = ""


GROUPS: Mapping[str, Group] = {
    "buiten-europa": Group("percentage_met_herkomstland_buiten_europa", "buiteneuropa"),
    "europa": Group("percentage_met_herkomstland_uit_europa_excl_nl", "europaexclusiefnederland"),
    "nederland": Group("percentage_met_herkomstland_nederland", "nederland"),
    "geboren-nl-nederland": Group("percentage_geb_in_nl_met_herkomstland_nederland"),
    "geboren-nl-europa": Group("perc_geb_in_nl_met_herkomstland_in_europa_ex_nl"),
    "geboren-nl-buiten-europa": Group("perc_geb_in_nl_met_herkomstland_buiten_europa"),
    "geboren-buiten-nl-europa": Group("perc_geb_buiten_nl_met_herkomstlnd_in_europa_ex_nl"),
    "geboren-buiten-nl-buiten-europa": Group("perc_geb_buiten_nl_met_herkomstlnd_buiten_europa"),
}
OUTSIDE_EUROPE = "buiten-europa"
# From the smallest area to the largest: a row is about the first that it names.
CODES = ("buurtcode", "wijkcode", "gemeentecode", "codering", "gwb_code")
AREAS = ("buurt", "wijk", "postcode", "pc4", "gebied", "stadsdeel")
RESIDENTS = ("aantal_inwoners", "aantalinwoners", "a_inw")
WATER = "water"
ROUNDED_TO = 5  # residents, and numbers of residents of a group

_NUMBER_BEHIND = re.compile(r"_(\d+)$")


def stem_of(column: str) -> str:
    """The name of a column without the number that changes each year."""
    return _NUMBER_BEHIND.sub("", folded(column)).replace(" ", "_")


def number_behind(column: str) -> int:
    """The number behind a name; 0 without one."""
    found = _NUMBER_BEHIND.search(folded(column))
    return int(found[1]) if found else 0


def column_of(stem: str, columns: Sequence[str]) -> str | None:
    """The column with this stem; of more the one with the lowest number behind it.

    StatLine calls three columns BuitenEuropa: the first is that of the country of origin, the
    others are about where people were born.
    """
    found = sorted((each for each in columns if stem and stem_of(each) == stem), key=number_behind)
    return found[0] if found else None


def group_of(column: str) -> str:
    """Of which group a column has the percentage or the people; empty: we do not know it."""
    stem, of_people = stem_of(column), has_people(column)
    return next(
        (
            name
            for name, group in GROUPS.items()
            if group.percentage == stem or (of_people and group.number == stem)
        ),
        "",
    )


def has_people(column: str) -> bool:
    """Whether it is a column of StatLine with people of a group: its name ends in a number."""
    stems = {group.number for group in GROUPS.values() if group.number}
    return number_behind(column) > 0 and stem_of(column) in stems


def is_secret(value: str) -> bool:
    """Whether CBS left a figure empty, or hid it: then it is no number."""
    text = folded(value)
    return text in {"", "-", "onbekend"} or text.removesuffix(".0") in HIDDEN


def is_share(column: str) -> bool:
    """Whether this looks like the column of CBS with a percentage, or with people of a group."""
    return bool(group_of(column))


def is_area(column: str) -> bool:
    """Whether this looks like the column with the code of an area."""
    stem = stem_of(column)
    return stem in CODES or stem.startswith(AREAS)
