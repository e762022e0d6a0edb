"""That limits of the model come from redrawing tables, and how often; or why they do not."""

from collections.abc import Iterator

from waterpas.explain.methods import method_of
from waterpas.explain.numbers import whole
from waterpas.results import Measured
from waterpas.texts import Language, mark, translate

DRAWN = mark(
    "De grenzen volgens het logistische model zijn niet met een formule gemaakt, maar door de "
    "tabellen %(draws)s keer opnieuw te trekken."
)
NOT_DRAWN = mark(
    "U vroeg om de tabellen opnieuw te trekken. Dat is niet gedaan: de aantallen zijn afgerond of "
    "deels verborgen."
)


def redrawn(result: Measured, lang: Language) -> Iterator[str]:
    """How often tables were redrawn, or why not; nothing where nobody asked, or it is hidden.

    How often is asked, not counted: it says nothing of anybody.
    """
    draws = result.asked.get("bootstrap")
    if not isinstance(draws, int | float) or not draws:
        return
    if any(figure.method == "bootstrap" and figure.interval for figure in result.figures):
        yield translate(DRAWN, lang) % {"draws": whole(draws, lang)}
    elif any(note.code == "model-not-rounded" for note in result.notes):
        yield translate(NOT_DRAWN, lang)


def method_note(result: Measured, lang: Language) -> str:
    """How it was computed, and with how many draws; or why without."""
    note = translate(method_of(result.method).method_note, lang)
    return " ".join((note, *redrawn(result, lang)))
