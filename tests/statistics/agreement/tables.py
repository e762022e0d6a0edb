"""Tables of files that were judged twice, made by hand."""

from tests.tallies import count
from waterpas.measure.agreement import agreement
from waterpas.results import Source
from waterpas.tallies.tally import Cell, Tally

YES, NO = "ja", "nee"
RATERS = ("een", "twee")
PAIRS = ((YES, YES), (YES, NO), (NO, YES), (NO, NO))


def table(rows, *, by=("groep", *RATERS), rounded_to=None) -> Tally:
    """Rows (level per column, files) as a tally; files None: hidden."""
    cells: dict = {}
    for *key, files in rows:
        made, name = Cell(n=count(files, rounded_to=rounded_to)), tuple(map(str, key))
        cells[name] = cells[name] + made if name in cells else made
    source = (Source("test", None, len(cells), len(cells)),)
    return Tally(by=by, cells=cells, sources=source, rounded_to=rounded_to)


def pairs(group, *files):
    """Files of a group: both yes, yes and no, no and yes, both no."""
    return [(group, *pair, n) for pair, n in zip(PAIRS, files, strict=True)]


def measured(tally, **more):
    """The agreement on files of the groups beside B."""
    asked = {"across": "groep", "reference": "B", **more} if "groep" in tally.by else more
    return agreement(tally, **{"raters": RATERS, **asked})


def codes(result, group=None):
    """The codes of the answers about one group, or about all files."""
    of = {"groep": group} if group else {}
    return [each.code for each in result.answers if each.of == of]
