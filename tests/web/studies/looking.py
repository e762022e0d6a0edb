"""Shows a table to the guard, with few words."""

from waterpas.web.studies.guard import Concern, Inspection, inspect

OUTCOMES = ["ja", "nee", "ja", "nee", "nee", "ja"]


def look(*, people=True, counts=False, **columns) -> Inspection:
    """Inspect a table with these columns."""
    header, values = list(columns), list(columns.values())
    longest = max(map(len, values))
    rows = [
        [column[at] if at < len(column) else None for column in values] for at in range(longest)
    ]
    return inspect(header, rows, rows_are_people=people, has_counts=counts)


def kinds(concerns: tuple[Concern, ...]) -> dict[str, str]:
    return {concern.column: str(concern.kind) for concern in concerns}


def header_only(name: str, *, people=True):
    return inspect([name, "uitkomst"], [], rows_are_people=people, has_counts=False)
