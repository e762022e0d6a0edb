"""Many comparisons at once: which part of the surprises may be chance."""

from collections.abc import Sequence

from waterpas.errors import CallError
from waterpas.texts import mark


def benjamini_hochberg(p_values: Sequence[float | None]) -> list[float | None]:
    """P-values adjusted for the number of comparisons.

    Answers: "if we call every comparison up to this one a difference, which part may be chance?"
    Who compares twenty groups finds about one "difference" by chance. An adjusted p of at most
    0.05 says: of the comparisons so marked, on average at most 5% are chance. It does not say
    which ones, and it does not say that the others are equal.

    Parameters
    ----------
    p_values : sequence of float or None
        The two-sided p of every comparison in the family, in [0, 1]. None: this comparison was
        not made; it stays None and does not count.

    Returns
    -------
    list of float or None
        Adjusted p-values in the same order; never below the p itself, never above 1.

    Raises
    ------
    CallError
        If a p-value does not lie between 0 and 1.

    Notes
    -----
    The step-up procedure of Benjamini and Hochberg (1995): valid when comparisons are
    independent, or positively dependent as comparisons with one shared reference are.

    References
    ----------
    Benjamini Y, Hochberg Y (1995). Controlling the false discovery rate: a practical and powerful
    approach to multiple testing. Journal of the Royal Statistical Society B 57:289-300.

    Examples
    --------
    >>> benjamini_hochberg([0.01, None, 0.5, 0.04])
    [0.03, None, 0.5, 0.06]
    """
    made = [(p, place) for place, p in enumerate(p_values) if p is not None]
    adjusted: list[float | None] = [None] * len(p_values)
    smallest = 1.0
    for rank, (p, place) in reversed(list(enumerate(sorted(made), start=1))):
        _check_p(p)
        smallest = min(smallest, p * (len(made) / rank))
        adjusted[place] = smallest
    return adjusted


def _check_p(p: float) -> None:
    if not 0 <= p <= 1:
        message = mark("Een p-waarde moet tussen 0 en 1 liggen; opgegeven is %(p)s.")
        raise CallError(message, p=p)
