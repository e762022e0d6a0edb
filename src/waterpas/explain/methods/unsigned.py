"""The ends of a difference as a sentence says them that tells itself which way it goes."""

from waterpas.explain.methods.model import Speaking
from waterpas.explain.numbers import Ends, sizes
from waterpas.results import Figure


def unsigned(figure: Figure | None, speaker: Speaking, *, bare: bool = False) -> Ends | None:
    """Both ends without their sign, the smaller first; from fewer to more where it holds none.

    None without an interval. `bare`: without a decimal that is 0.
    """
    if figure and figure.interval and figure.interval.low < 0 < figure.interval.high:
        return speaker.ends_said(figure)
    ends = sizes(figure, speaker.lang)
    if ends is None or not bare:
        return ends
    low, high = (end.removesuffix(",0").removesuffix(".0") for end in ends)
    return low, high
