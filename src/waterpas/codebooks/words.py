"""Words that mean the same in every table: yes, no, unknown, total, hidden.

All are compared in lower case, without spaces around them.
"""

from collections.abc import Mapping

YES = frozenset({"ja", "j", "yes", "y", "true", "waar", "1"})
NO = frozenset({"nee", "n", "no", "false", "onwaar", "0"})

# An empty cell is missing, and so is the plain word for it. Not "n.v.t.", "weigert" or "anders":
# those are answers, and they stay levels of their own.
MISSING = frozenset({"", "onbekend", "unknown"})

# What programs write in an empty cell. As an outcome it is missing too; as a level it may be a
# name (NA is Namibia), so there it stays, with a note.
NOTHING = frozenset({"na", "<na>", "nan", "null", "#n/a", "#n/b"})
NO_ANSWER = MISSING | NOTHING

TOTALS = frozenset(
    {"totaal", "eindtotaal", "subtotaal", "alle", "alles", "allen", "gezamenlijk", "all", "total"}
)
TOTALS_START = ("totaal ", "total ", "eindtotaal ", "subtotaal ")

# Marks that a count is hidden -> the count is below this. StatLine writes the negative numbers.
HIDDEN: Mapping[str, int] = {
    "x": 10,
    ".": 10,
    "*": 10,
    "<10": 10,
    "< 10": 10,
    "<5": 5,
    "< 5": 5,
    "-99997": 10,
    "-99999999": 10,
    "-99995": 10,
}


def folded(text: str) -> str:
    """The form in which a whole cell is compared with a word or a mark: "<10" stays "<10".

    To look for words in what people typed, accents and points aside: `names.fold`.
    """
    return text.strip().casefold()


def words_in(text: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(text.split())


def is_total(level: str) -> bool:
    """Whether a level is the word for a sum of other levels."""
    word = folded(level)
    return word in TOTALS or word.startswith(TOTALS_START)
