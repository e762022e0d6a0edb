"""Questions of which no plan is made, each with why, and what to do instead."""

from collections.abc import Mapping

from waterpas.texts import mark

UNPLANNED: Mapping[str, str] = {
    "area": mark(
        "Bij wijkcijfers hangt het niet af van hoeveel mensen het zijn: met meer mensen worden de "
        "grenzen niet smaller. Smal zijn zij alleen als in elke wijk bijna iedereen bij de groep "
        "hoort, of bijna niemand."
    ),
    "barometer": mark(
        "De Barometer is geen steekproef: het CBS telt alle banen. Hoe groot een groep moet zijn, "
        "bepaalt het CBS: 250 werknemers voor elke groep, als vuistregel."
    ),
    "agreement": mark(
        "Bij twee beoordelaars hangt het vooral af van hoe vaak elk oordeel voorkomt. Dat weet u "
        "vooraf niet. Laat eerst een deel van de dossiers twee keer beoordelen: aan de grenzen "
        "bij het antwoord ziet u of het er genoeg zijn."
    ),
}
