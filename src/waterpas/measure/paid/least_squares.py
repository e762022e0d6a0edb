"""Least squares on cells with people in them, and the pull of each person on each coefficient."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class Line:
    """The coefficients, the pull of one person in each cell on them, and what they can reach.

    `basis` spans the rows of the design: what does not lie in it cannot be told. `rank` is how
    many coefficients can be told apart.
    """

    coefficients: Floats
    pulls: Floats
    basis: Floats
    rank: int

    def reaches(self, row: Floats) -> bool:
        """Whether the outcome at this row follows from the cells."""
        import numpy as np

        rest = row - self.basis.T @ (self.basis @ row)
        return bool(np.linalg.norm(rest) <= 1e-7 * max(float(np.linalg.norm(row)), 1.0))


def line(design: Floats, amount: Floats, people: Floats) -> Line:
    """The line through the amounts that comes closest to all people.

    Where columns say the same, the shortest of all coefficients that come as close. The pull of a
    person is the change in the coefficients if he was left out (HC3: MacKinnon and White 1985),
    so that the spread need not be the same everywhere.
    """
    import numpy as np

    root = np.sqrt(people)
    apart, corner = _orthogonal(design * root[:, None])
    left, sizes, basis = np.linalg.svd(corner, full_matrices=False)
    left = over(apart, left)
    kept = sizes > CLOSE * max(float(sizes.max(initial=0.0)), 1e-300)
    left, sizes, basis = left[:, kept], sizes[kept], basis[kept]
    coefficients = basis.T @ (np.einsum("ij,i->j", left, root * amount) / sizes)
    rest = amount - along(design, coefficients)
    alone = 1 - (left**2).sum(axis=1) / people
    own = np.where(alone > CLOSE, rest / np.maximum(alone, CLOSE), 0.0)
    pulls = over(left / root[:, None], basis / sizes[:, None]) * own[:, None]
    return Line(coefficients, pulls, basis, int(kept.sum()))


def along(design: Floats, coefficients: Floats) -> Floats:
    """What the line says for each row.

    Not by a matrix product: on a busy machine its threads wait for each other far longer than the
    sum takes.
    """
    import numpy as np

    found: Floats = np.einsum("ij,j->i", design, coefficients)
    return found


def over(rows: Floats, square: Floats) -> Floats:
    """Rows times a small matrix; see `along`."""
    import numpy as np

    found: Floats = np.einsum("ij,jk->ik", rows, square)
    return found


def _orthogonal(design: Floats) -> tuple[Floats, Floats]:
    """Columns at right angles of length one, and the design in terms of them.

    Gram and Schmidt, twice over, which is as exact as it gets. A column that the others make up
    adds nothing.
    """
    import numpy as np

    columns: list[Floats] = []
    for column in design.T:
        rest = column
        for _ in range(2):
            rest = rest - sum((base * (base * rest).sum() for base in columns), np.zeros(1))
        size, whole = float((rest**2).sum() ** 0.5), float((column**2).sum() ** 0.5)
        if size > CLOSE * max(whole, 1e-300):
            columns.append(rest / size)
    apart = np.column_stack(columns)
    return apart, np.einsum("ij,ik->jk", apart, design)
