"""What a study of Voorbeeldstad is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from waterpas.web.config.example.data import Row


@dataclass(frozen=True, slots=True)
class Designed:
    """One study. `design` is what is asked, `choice` whom is compared, `counted` how to count.

    The keys are those of `Design`, `Choice` and `count_list` in the studies app; `rows` are those
    of the file. `item` is of the register; empty: it is about the whole organisation. `finding` is
    one that was there and now rests on the result as well; empty: the study leads to one of its
    own.
    """

    key: str
    item: str
    file_name: str
    text: str
    rows: Sequence[Row]
    design: Mapping[str, Any]
    choice: Mapping[str, Any]
    counted: Mapping[str, Any]
    english: Mapping[str, str]
    designed_days_ago: int
    measured_days_ago: int
    finding: str = ""


CBS = (
    "De gemeente gaf het CBS een lijst zonder herkomst. Het CBS maakte daar een tabel van met "
    "aantallen per groep. De gemeente zag nooit welke herkomst bij wie hoort. Dit is een "
    "voorbeeld: alle cijfers zijn verzonnen."
)
