"""Who works here, and in which scales: the percentages of the Barometer, in words."""

from waterpas.explain.methods.barometer_picture import TITLE, picture
from waterpas.explain.methods.barometer_words import (
    ANSWERS,
    FIGURES,
    METHOD_NOTE,
    NOTES,
    UNSAID,
    words,
)
from waterpas.explain.methods.model import Method
from waterpas.measure.barometers.kept import of_tally
from waterpas.texts import mark

METHOD = Method(
    id="barometer",
    question=TITLE,
    about=mark(
        "Legt de percentages die het CBS u gaf naast elkaar: die van de hele organisatie, van elk "
        "deel, en van elders. En zegt wat u daaruit niet kunt weten."
    ),
    needs=mark(
        "De uitkomst van de Barometer Culturele Diversiteit van het CBS: drie percentages voor de "
        "hele organisatie, en misschien drie voor elk deel. En hoeveel banen dat zijn."
    ),
    asks=(),
    measure=of_tally,
    answers=ANSWERS,
    figures=FIGURES,
    unsaid=UNSAID,
    notes=NOTES,
    matters=("share", "whole-difference"),
    others=mark("De cijfers van elders of een eerder jaar"),
    open_notes=True,
    drawn=("whole-difference",),
    words=words,
    picture=picture,
    method_note=METHOD_NOTE,
    references=("everybody",),
    outcome=False,
    typed=True,
    always=True,
    percents=True,
)
