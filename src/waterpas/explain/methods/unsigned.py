"""The ends of a difference as a sentence says them that tells itself which way it goes."""

from waterpas.explain.methods.model import Speaking
from waterpas.explain.numbers import Ends, sizes
from waterpas.results import Figure


def unsigned(figure: Figure | None, speaker: Speaking) -> Ends | None:
    """Both ends without their sign, the smaller first; from fewer to more where it holds none.

    None without an interval.
    """
    if figure and figure.interval and figure.interval.low < 0 < figure.interval.high:
        return speaker.ends_said(figure)
    return sizes(figure, speaker.lang)
