"""Logistic regression on counts: for who wants the effect of the group with the rest held fixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from waterpas.errors import CallError
from waterpas.texts import mark

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

MOST_STEPS = 60
CLOSE = 1e-10
FARTHEST = 30.0  # on the scale of log odds: one in ten thousand billion


class Separated(CallError):
    """One column tells the outcome for sure, so the model has no finite answer."""


class Collinear(CallError):
    """Two columns say the same, so nobody can tell their parts from each other."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Coefficients on the scale of log odds, by name, and how sure they are."""

    names: tuple[str, ...]
    coefficients: Floats
    covariance: Floats

    def coefficient(self, name: str) -> float:
        """The coefficient of this name."""
        return float(self.coefficients[self.names.index(name)])

    def standard_error(self, name: str) -> float:
        """Its standard error."""
        place = self.names.index(name)
        return float(self.covariance[place, place] ** 0.5)


def fit(
    design: Sequence[Sequence[float]] | Floats,
    *,
    cases: Sequence[float],
    totals: Sequence[float],
    names: Sequence[str],
) -> Fit:
    """Fit a logistic regression to counts.

    Answers: "how do the odds of the outcome go along with each column, with the others held fixed?"
    It assumes that this holds in the same way for every combination. It says nothing of causes.

    Parameters
    ----------
    design : sequence of rows
        One row per combination, with a column of ones where an intercept is wanted.
    cases, totals : sequence of float
        People with the outcome, and people, per combination. Combinations without people are left
        out. Unit: persons.
    names : sequence of str
        What each column is called.

    Returns
    -------
    Fit
        The likeliest coefficients, in log odds.

    Raises
    ------
    Collinear
        If a column is a sum of others: it names the first one that adds nothing.
    Separated
        If the likelihood rises for ever: a column tells the outcome for sure.

    Notes
    -----
    Newton's method, which here is weighted least squares over and over; a step that makes it less
    likely is halved. McCullagh P, Nelder JA (1989). Generalized linear models, 2nd ed., ch. 4.
    """
    import numpy as np

    x, y, n = (np.asarray(each, dtype=float) for each in (design, cases, totals))
    present = n > 0
    x, y, n = x[present], y[present], n[present]
    _refuse_collinear(x, tuple(names))
    coefficients = _climb(x, y, n)
    information = _information(x, n, coefficients)
    return Fit(tuple(names), coefficients, np.linalg.inv(information))


def chances(design: Floats, coefficients: Floats) -> Floats:
    """The chance of the outcome of each row."""
    import numpy as np

    eta = np.clip(design @ coefficients, -700, 700)
    found: Floats = 1 / (1 + np.exp(-eta))
    return found


def _climb(x: Floats, y: Floats, n: Floats) -> Floats:
    import numpy as np

    found = np.zeros(x.shape[1])
    height = _likelihood(x, y, n, found)
    for _ in range(MOST_STEPS):
        pull = x.T @ (y - n * chances(x, found))
        step = _solved(_information(x, n, found), pull)
        size = 1.0
        while size > 1e-6 and _likelihood(x, y, n, found + size * step) < height - 1e-9:
            size /= 2
        found = found + size * step
        height = _likelihood(x, y, n, found)
        if np.abs(x @ found).max() > FARTHEST:
            raise _separated()
        if np.abs(step).max() <= CLOSE * (1 + np.abs(found).max()):
            return found
    raise _separated()


def _likelihood(x: Floats, y: Floats, n: Floats, coefficients: Floats) -> float:
    import numpy as np

    eta = x @ coefficients
    return float((y * eta - n * np.logaddexp(0, eta)).sum())


def _information(x: Floats, n: Floats, coefficients: Floats) -> Floats:
    p = chances(x, coefficients)
    found: Floats = x.T @ ((n * p * (1 - p))[:, None] * x)
    return found


def _solved(information: Floats, pull: Floats) -> Floats:
    import numpy as np

    try:
        found: Floats = np.linalg.solve(information, pull)
    except np.linalg.LinAlgError as error:
        raise _separated() from error
    return found


def _separated() -> Separated:
    return Separated(
        mark(
            "Een van de kolommen voorspelt de uitkomst precies: het model heeft geen eindig "
            "antwoord. Neem niveaus samen, of gebruik de vergelijking per deelgroep."
        )
    )


def _refuse_collinear(x: Floats, names: tuple[str, ...]) -> None:
    """Take the columns one by one, and see what is left of each beside those before it."""
    import numpy as np

    kept: list[Floats] = []
    for place, name in enumerate(names):
        column = x[:, place]
        rest = column - sum((base @ column) * base for base in kept)
        rest = rest - sum((base @ rest) * base for base in kept)
        length = float(np.linalg.norm(rest))
        if length <= 1e-9 * max(float(np.linalg.norm(column)), 1e-300):
            raise Collinear(
                mark(
                    "Kolom '%(column)s' zegt hetzelfde als de andere kolommen samen. Laat een van "
                    "de kolommen weg."
                ),
                column=name,
            )
        kept.append(rest / length)
