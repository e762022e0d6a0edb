"""Tables with waiting times, made by hand."""

from tests.tallies import count
from waterpas.measure.duration import duration
from waterpas.results import Source
from waterpas.tallies.tally import Cell, Tally

BY = ("groep", "dagen", "einde")
DECIDED, GAVE_UP, OPEN = "besluit", "ingetrokken", "loopt"


def table(rows, *, by=BY, rounded_to=None) -> Tally:
    """Rows (group, days, how it ended, people) as a tally; people None: hidden."""
    cells: dict = {}
    for *key, people in rows:
        made = Cell(n=count(people, rounded_to=rounded_to))
        name = tuple(map(str, key))[: len(by)]
        cells[name] = cells[name] + made if name in cells else made
    source = (Source("test", None, len(cells), len(cells)),)
    return Tally(by=by, cells=cells, sources=source, rounded_to=rounded_to)


def evenly(group, days, people, ending=DECIDED):
    """So many people on each of these days."""
    return [(group, day, ending, people) for day in days]


def measured(tally, **more):
    """The waiting times of the groups beside B, with the usual names."""
    ends = {"ended": "einde", "decided": DECIDED} if "einde" in tally.by else {}
    if "einde" in tally.by and GAVE_UP in tally.levels("einde"):
        ends["gave_up"] = GAVE_UP
    asked = {"across": "groep", "reference": "B", "days": "dagen", **ends, **more}
    return duration(tally, **asked)


def codes(result, group="A"):
    """The codes of the answers about one group."""
    return [each.code for each in result.answers if each.of == {"groep": group}]
