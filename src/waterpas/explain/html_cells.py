"""The cells of a table, with the classes of the NL Design System component."""

from html import escape

NUMBER = "utrecht-table__cell utrecht-table__cell--numeric-column utrecht-table__cell--numeric-data"
HEAD = "utrecht-table__header-cell"


def head_cell(name: str, *, number: bool = True) -> str:
    """The head of a column."""
    kind = f"{HEAD} {HEAD}--numeric-column" if number else HEAD
    return f'<th class="{kind}" scope="col">{escape(name)}</th>'


def number_cell(words: str) -> str:
    """A cell with a number, to the right."""
    return f'<td class="{NUMBER}">{escape(words)}</td>'


def words_cell(words: str, *, span: int = 1, kind: str = "wp-words") -> str:
    """A cell with words."""
    if span == 1:
        return f'<td class="utrecht-table__cell {kind}">{escape(words)}</td>'
    inner = f"<span>{escape(words)}</span>"  # kept in view by the style where the table scrolls
    return f'<td class="utrecht-table__cell {kind}" colspan="{span}">{inner}</td>'
