"""Whether the values of a column are groups by origin or religion. Used where a row is a person."""

import re
from collections.abc import Callable

from waterpas.codebooks.names import fold
from waterpas.web.studies.guard_countries import (
    NAMES,
    THREE_LETTERS,
    TWO_LETTERS,
    UNKNOWN_CODES,
)
from waterpas.web.studies.guard_kinds import Kind
from waterpas.web.studies.guard_levels import (
    FILLERS,
    HOME,
    ORIGIN_PHRASES,
    ORIGINS,
    REGIONS,
    RELIGION_FILLERS,
    RELIGIONS,
)
from waterpas.web.studies.guard_values import Column
from waterpas.web.studies.guard_words import COUNTRY, OTHER_LISTS

LONGEST = 6  # words; what is longer is a story, not a group
A_FEW = 3
PHRASES = [re.compile(rf"\b{phrase}\w*") for phrase in ORIGIN_PHRASES]
KNOWN = HOME | ORIGINS | NAMES | FILLERS
KNOWN_RELIGIONS = RELIGIONS | RELIGION_FILLERS


def groups_seen(column: Column) -> dict[Kind, tuple[int, ...]]:
    """Per kind the rows in which a group was seen."""
    found = {Kind.RELIGION: _rows(column, is_religion, might_be_religion)}
    if not OTHER_LISTS.search(column.heading):
        found[Kind.ORIGIN] = (
            _rows(column, is_origin, might_be_origin) or _codes(column) or _regions(column)
        )
    return {kind: rows for kind, rows in found.items() if rows}


def names_a_group(heading: str) -> bool:
    """Whether a header is itself a group: `Turks`, `Herkomst: buiten Europa`, `NL`."""
    words = heading.partition(" | ")[0]
    bare = re.sub(r"^(?:is|heeft|has)\b ?", "", words)
    return is_origin(bare) or is_religion(bare) or _is_home(bare)


def is_origin(text: str) -> bool:
    """Whether a folded text is a group by origin, other than the Dutch one."""
    if any(phrase.search(text) for phrase in PHRASES):
        return True
    return any(word in NAMES or _stem(word) in ORIGINS for word in text.split())


def is_religion(text: str) -> bool:
    """Whether a folded text is a religion."""
    return any(_stem(word) in RELIGIONS for word in text.split())


def might_be_origin(text: str) -> bool:
    """Whether a text fits in a list of origins, also `Nederlands`, `onbekend` and `overig`."""
    left = text
    for phrase in PHRASES:
        left = phrase.sub(" ", left)
    return all(word in KNOWN or _stem(word) in KNOWN for word in left.split())


def might_be_religion(text: str) -> bool:
    return all(word in KNOWN_RELIGIONS or _stem(word) in KNOWN_RELIGIONS for word in text.split())


def _is_home(text: str) -> bool:
    left = [word for word in text.split() if word not in FILLERS]
    return bool(left) and all(word in {"nl", "nederland", "nederlands", "europa"} for word in left)


def _rows(
    column: Column, is_group: Callable[[str], bool], might_be: Callable[[str], bool]
) -> tuple[int, ...]:
    """The rows with a group, when the column is a list of groups."""
    folded = {text: fold(text) for text in set(column.texts)}
    fits = {text for text, words in folded.items() if _is_short(words) and might_be(words)}
    hits = {text for text in fits if is_group(folded[text])}
    fitting = sum(text in fits for text in column.texts)
    if not hits or (2 * fitting < len(column.texts) and len(hits) < A_FEW):
        return ()
    return column.where(lambda text: text in hits)


def _codes(column: Column) -> tuple[int, ...]:
    """Codes of countries: with the Dutch one among them, or under a header that says country."""
    codes = {fold(text) for text in column.texts} - UNKNOWN_CODES
    home = {"nl", "nld"} & codes
    enough = len(codes) >= (A_FEW if home <= {"nl"} else 2)
    are_codes = codes <= TWO_LETTERS or codes <= THREE_LETTERS
    says_so = COUNTRY.search(column.heading) and codes - home
    if are_codes and (says_so or (home and enough)):
        return column.where(lambda text: fold(text) in codes - home)
    return ()


def _regions(column: Column) -> tuple[int, ...]:
    """The Netherlands and Europe, and nothing else: the classes of the CBS without the third."""
    regions = {fold(text) for text in column.texts}
    is_list = len(regions) > 1 and regions <= REGIONS | {"onbekend", "unknown"}
    return column.where(lambda text: True) if is_list and regions & {"europa", "europe"} else ()


def _is_short(words: str) -> bool:
    return bool(words) and words.count(" ") < LONGEST


def _stem(word: str) -> str:
    return word.removesuffix("e")
