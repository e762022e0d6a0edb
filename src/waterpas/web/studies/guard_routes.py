"""The lawful ways to measure without a register of origin. No field for a person's ethnicity."""

from dataclasses import dataclass

from waterpas.texts import Language, mark, translate


@dataclass(frozen=True, slots=True)
class Route:
    """A way that is open; title and text are marked sentences."""

    code: str
    title: str
    text: str

    def in_language(self, lang: Language) -> tuple[str, str]:
        """Title and text, in the language asked for."""
        return translate(self.title, lang), translate(self.text, lang)


ROUTES = (
    Route(
        "cbs-table",
        mark("Een tabel van het CBS"),
        mark(
            "U geeft aan het CBS door wie er in het proces zat, en hoe ver die kwam. Het CBS zoekt "
            "de herkomst erbij. U krijgt alleen aantallen terug, afgerond en zonder kleine "
            "groepen. Die tabel kunt u hier inlezen."
        ),
    ),
    Route(
        "survey",
        mark("Een vrijwillige enquête zonder namen"),
        mark(
            "Vraag het de mensen zelf. Meedoen is vrij, niemand hoeft elke vraag te beantwoorden, "
            "en geen antwoord is naar iemand te herleiden. Toon geen kleine groepen."
        ),
    ),
    Route(
        "vignettes",
        mark("Verzonnen dossiers of gepaarde proeven"),
        mark(
            "Laat medewerkers beslissen over verzonnen dossiers die alleen verschillen in één "
            "kenmerk. Of dien twee verzonnen aanvragen in die alleen daarin verschillen. Zo meet u "
            "wat de organisatie doet, zonder gegevens over echte mensen."
        ),
    ),
    Route(
        "register",
        mark("Uw eigen registratie zonder groepen"),
        mark(
            "Haal de kolom weg. U ziet dan hoeveel de uitkomst verschilt per wijk, per loket of "
            "per regel. Of herkomst daarbij een rol speelt, ziet u zo niet."
        ),
    ),
    Route(
        "area-bounds",
        mark("Grenzen per wijk"),
        mark(
            "Per wijk is bekend hoeveel inwoners welke herkomst hebben. Daarmee rekent u uit hoe "
            "groot of klein een verschil kan zijn. Die grenzen liggen vaak ver uit elkaar: de "
            "cijfers van een wijk zeggen niet wie er is gekozen."
        ),
    ),
)
