"""The tally, slow and obvious: plain Python over plain rows. The truth for the fast one."""

from fractions import Fraction

MISSING = ("", "onbekend", "unknown")


def is_missing(value):
    """Nothing there, or the plain word for it."""
    return value is None or value != value or str(value).strip().lower() in MISSING


def level(value):
    """A value as a level."""
    if is_missing(value):
        return "onbekend"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value).strip()


def slow_counts(rows, *, by, outcome=None, value=None, count=None):
    """Per group: people with a known outcome, cases, and people whose outcome is missing."""
    found = {}
    for row in rows:
        cell = found.setdefault(tuple(level(row[column]) for column in by), [0, 0, 0])
        people = 1 if count is None else row[count]
        if outcome is None:
            cell[0] += people
        elif is_missing(row[outcome]):
            cell[2] += people
        else:
            cell[0] += people
            cell[1] += people if level(row[outcome]) == value else 0
    return {key: tuple(cell) for key, cell in found.items()}


def slow_moments(rows, *, by, amount):
    """Per group: how many amounts, their mean, and the sum of squares around it; exact."""
    amounts = {}
    for row in rows:
        if not is_missing(row[amount]):
            key = tuple(level(row[column]) for column in by)
            amounts.setdefault(key, []).append(Fraction(row[amount]))
    return {key: _moments(values) for key, values in amounts.items()}


def _moments(values):
    mean = sum(values) / len(values)
    return len(values), mean, sum((value - mean) ** 2 for value in values)


def slow_repeats(rows, *, by, outcome, value, person):
    """Per group: persons, and the sums of cases squared, cases x rows, rows squared."""
    persons = {}
    for number, row in enumerate(rows):
        if is_missing(row[outcome]):
            continue
        key = tuple(level(row[column]) for column in by)
        who = f"alone {number}" if is_missing(row[person]) else level(row[person])
        mine = persons.setdefault(key, {}).setdefault(who, [0, 0])
        mine[0] += level(row[outcome]) == value
        mine[1] += 1
    return {
        key: (
            len(people),
            sum(x * x for x, _ in people.values()),
            sum(x * n for x, n in people.values()),
            sum(n * n for _, n in people.values()),
        )
        for key, people in persons.items()
    }


def counts_of(tally):
    """The counts of a fast tally, in the form of `slow_counts`."""
    return {
        key: (cell.n.value, 0 if cell.cases is None else cell.cases.value, cell.unknown)
        for key, cell in tally.cells.items()
    }
