"""Which columns the table of all figures has, and their heads."""

from collections.abc import Iterator
from dataclasses import dataclass

from waterpas.explain.html_cells import HEAD, head_cell
from waterpas.explain.numbers import Kind, level_text
from waterpas.explain.wording import capital
from waterpas.texts import Language, mark, translate


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns the table has, and how its figures are written.

    What is read first stands first, so that it is in view on a narrow screen; counts come last.
    """

    kind: Kind
    outer: bool
    cumulative: bool
    unit: str
    level: float
    lang: Language

    @property
    def compared(self) -> int:
        """How many columns are about the comparison: all after the rate, before the counts."""
        return 3 + self.outer + self.cumulative

    @property
    def width(self) -> int:
        """How many columns there are."""
        return 4 + self.compared


def head_row(columns: Columns, *, rate: str = "", people: str = "", compares: bool = True) -> str:
    """The heads of all columns, as one row.

    `rate` and `people` say of whom, for a step that is not about everybody. Without `compares`
    the columns about the comparison have no head.
    """
    lang = columns.lang
    group = head_cell(translate(mark("Groep"), lang), number=False)
    rates = head_cell(rate or translate(mark("Per 1.000"), lang))
    nothing = f'<td class="{HEAD}" colspan="{columns.compared}"></td>'
    compared = "".join(_compared(columns)) if compares else nothing
    counts = (people or capital(columns.unit), translate(mark("Met deze uitkomst"), lang))
    last = "".join(head_cell(name) for name in counts)
    return f'<tr class="utrecht-table__row wp-heads">{group}{rates}{compared}{last}</tr>'


def _compared(columns: Columns) -> Iterator[str]:
    ratio = mark("Keer zo vaak") if columns.kind == "ratio" else mark("Verschil per 1.000")
    unsure = mark("Onzekerheid (%(level)s)")
    names = [ratio, unsure]
    level = {"level": level_text(columns.level, columns.lang)}
    if columns.outer:
        names.append(mark("Met afronding erbij"))
    if columns.cumulative:
        names.append(mark("Tot en met deze stap"))
    yield from (head_cell(translate(name, columns.lang) % level) for name in names)
    yield head_cell(translate(mark("Wat zien wij?"), columns.lang), number=False)
