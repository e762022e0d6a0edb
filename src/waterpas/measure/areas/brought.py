"""Figures of CBS put into counts as two columns more, so that the file need not be kept."""

from dataclasses import replace

from waterpas.codebooks.neighbourhoods import GROUPS, RESIDENTS
from waterpas.measure.areas.joined import LEFT_OUT, areas_in
from waterpas.results import Note
from waterpas.tallies.neighbourhoods import Neighbourhood, Neighbourhoods
from waterpas.tallies.tally import UNKNOWN, Tally

LIVING = RESIDENTS[0]


def with_figures(tally: Tally, found: Neighbourhoods, *, across: str, of: str) -> tuple[Tally, str]:
    """The counts with the figures of each area as columns, and the column with those of the group.

    Measured with that column as `share`, and `LIVING` as `residents`, they give what they give
    with the file beside them. An area that the file does not know stays in the counts, with a note.

    Raises
    ------
    CallError
        If the file does not know the group, or none of the areas.
    """
    levels = tuple(level for level in tally.levels(across) if level != UNKNOWN)
    known = areas_in(levels, found, of=of)
    place, share = tally.position(across), _column_of(next(iter(known.values())), of)
    cells = {
        (*key, *_figures_of(known.get(key[place]), of)): cell for key, cell in tally.cells.items()
    }
    gone = tuple(level for level in levels if level not in known)
    notes = (*tally.notes, Note(LEFT_OUT, {"levels": gone})) if gone else tally.notes
    by, sources = (*tally.by, share, LIVING), (*tally.sources, found.source)
    return replace(tally, by=by, cells=cells, sources=sources, notes=notes), share


def _column_of(area: Neighbourhood, of: str) -> str:
    """How the column is called: by its name on the maps, or in StatLine where it has people."""
    group = GROUPS[of]
    return group.percentage if of in area.percentages else f"{group.number}_1"


def _figures_of(area: Neighbourhood | None, of: str) -> tuple[str, str]:
    """The figure of the group and the residents of an area; what is secret is not known."""
    if area is None:
        return UNKNOWN, UNKNOWN
    own = area.percentages[of] if of in area.percentages else area.numbers[of]
    living = area.residents.value if area.residents else None
    return _text(own), _text(living)


def _text(figure: object) -> str:
    return UNKNOWN if figure is None else str(figure)
