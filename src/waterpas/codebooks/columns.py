"""What people call a column of periods, pay, days, endings or finds: a form offers it first."""

from waterpas.codebooks.words import folded

PERIODS = ("jaar", "kwartaal", "maand", "week", "periode", "year", "quarter", "month", "period")
AMOUNTS = ("loon", "bruto", "salaris", "bedrag", "wage", "salary", "amount")
SCALES = frozenset({"schaal", "salarisschaal", "loonschaal", "functieschaal", "scale"})
DAYS = ("dagen", "doorlooptijd", "days")
ENDINGS = frozenset(
    {"afloop", "uitkomst", "status", "eindstatus", "resultaat", "ended", "ending", "outcome"}
)
DECISIONS = frozenset(
    {"besluit", "besloten", "beslist", "toegekend", "toegewezen", "afgewezen", "geweigerd"}
    | {"verleend", "ingeschreven", "afgerond", "decided", "decision", "granted", "refused"}
)
GAVE_UP = frozenset(
    {"afgehaakt", "ingetrokken", "teruggetrokken", "gestopt", "withdrawn", "gave up"}
)

FOUND = frozenset({"gevonden", "iets gevonden", "treffer", "onterecht", "found", "hit"})
BY_LOT = frozenset({"lot", "loting", "geloot", "steekproef", "random", "random sample"})


def names_periods(column: str) -> bool:
    """Whether this looks like the column with the period."""
    return folded(column).startswith(PERIODS)


def names_amounts(column: str) -> bool:
    """Whether this looks like the column with amounts of pay."""
    return folded(column).startswith(AMOUNTS)


def names_scales(column: str) -> bool:
    """Whether this looks like the column with the pay scale."""
    return folded(column) in SCALES


def names_days(column: str) -> bool:
    """Whether this looks like the column with a number of days."""
    return any(word in folded(column) for word in DAYS)


def names_endings(column: str) -> bool:
    """Whether this looks like the column that says how it ended."""
    return folded(column) in ENDINGS


def names_decision(level: str) -> bool:
    """Whether a value of such a column means that there is a decision."""
    return folded(level) in DECISIONS


def names_giving_up(level: str) -> bool:
    """Whether a value of such a column means that somebody gave up."""
    return folded(level) in GAVE_UP


def names_found(column: str) -> bool:
    """Whether this looks like the column that says in whom something was found."""
    return folded(column) in FOUND


def names_lots(column: str) -> bool:
    """Whether this looks like the column that says who was drawn at random."""
    return folded(column) in BY_LOT
