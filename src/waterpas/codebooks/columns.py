"""What people call a column of periods, of pay or of days, so that a form offers it first."""

from waterpas.codebooks.words import folded

PERIODS = ("jaar", "kwartaal", "maand", "week", "periode", "year", "quarter", "month", "period")
AMOUNTS = ("loon", "bruto", "salaris", "bedrag", "wage", "salary", "amount")
DAYS = ("dagen", "doorlooptijd", "days")


def names_periods(column: str) -> bool:
    """Whether this looks like the column with the period."""
    return folded(column).startswith(PERIODS)


def names_amounts(column: str) -> bool:
    """Whether this looks like the column with amounts of pay."""
    return folded(column).startswith(AMOUNTS)


def names_days(column: str) -> bool:
    """Whether this looks like the column with a number of days."""
    return any(word in folded(column) for word in DAYS)
