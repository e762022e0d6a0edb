"""A tally from ready-made matrices: per group who was chosen rightly, wrongly, or not."""

from collections.abc import Mapping

from waterpas.errors import CallError, CountError
from waterpas.measure.rounding import rounded
from waterpas.results import Count, Source
from waterpas.tallies.tally import Cell, Key, Tally
from waterpas.texts import mark

# Chosen, found: the four corners of a matrix, as they are named everywhere.
CORNERS: Mapping[str, tuple[str, str]] = {
    "tp": ("ja", "ja"),
    "fp": ("ja", "nee"),
    "fn": ("nee", "ja"),
    "tn": ("nee", "nee"),
}


def from_matrices(
    matrices: Mapping[str, Mapping[str, int]],
    *,
    across: str = "group",
    rounded_to: int = 1,
    name: str = "matrices",
) -> Tally:
    """Make a tally of matrices that were counted elsewhere, for `risk_profile`.

    Parameters
    ----------
    matrices : mapping
        Per group the four numbers: "tp" (chosen, and something found), "fp" (chosen, nothing
        found), "fn" (not chosen, while there was something) and "tn" (neither). Unit: persons.
    across : str, default "group"
        What the column with the groups is called.
    rounded_to : int, default 1
        What the source rounded its numbers to.
    name : str
        Where they came from.

    Returns
    -------
    Tally
        Over the columns `across`, "selected" and "found", with the levels ja and nee.

    Raises
    ------
    CallError
        If a group does not have exactly the four numbers, or there is no group.
    CountError
        If a number is below 0.

    Examples
    --------
    >>> counts = from_matrices({"a": {"tp": 20, "fp": 10, "fn": 5, "tn": 65}})
    >>> counts.total.n.value
    100
    """
    if not matrices:
        raise CallError(mark("Noem minstens één groep met haar vier aantallen."))
    cells: dict[Key, Cell] = {}
    for group, numbers in matrices.items():
        if set(numbers) != set(CORNERS):
            raise CallError(
                mark("Bij groep '%(group)s' horen vier aantallen: tp, fp, fn en tn."), group=group
            )
        for corner, place in CORNERS.items():
            cells[(group, *place)] = Cell(n=_count(numbers[corner], rounded_to, group=group))
    return Tally(
        by=(across, "selected", "found"),
        cells=cells,
        sources=(Source(name, None, len(cells), len(cells)),),
        rounded_to=rounded_to if rounded_to > 1 else None,
    )


def _count(number: object, rounded_to: int, *, group: str) -> Count:
    if isinstance(number, bool) or not isinstance(number, int):
        raise CountError(
            mark("Bij groep '%(group)s' staat '%(number)s'; dat is geen heel aantal mensen."),
            group=group,
            number=number,
        )
    return rounded(number, to=rounded_to)
