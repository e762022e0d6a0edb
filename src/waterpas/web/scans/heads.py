"""The heads of the result of a scan, in the order of what asks for a decision first."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

Text = str | Promise

HEADS: tuple[tuple[str, Text, Text], ...] = (
    (
        "harm",
        gettext_lazy("Hier kan het misgaan"),
        gettext_lazy("Geen ander antwoord maakt dit goed: hierover is een besluit nodig."),
    ),
    (
        "missing",
        gettext_lazy("Dit gebeurt nog niet, of nog niet helemaal"),
        gettext_lazy("Kijk wat er kan veranderen."),
    ),
    (
        "contradiction",
        gettext_lazy("Twee antwoorden spreken elkaar tegen"),
        gettext_lazy("Kijk opnieuw naar allebei."),
    ),
    (
        "unknown",
        gettext_lazy("Dit weten we nog niet"),
        gettext_lazy("Maak er een onderzoeksvraag van, of vraag het na."),
    ),
    (
        "legal",
        gettext_lazy("Hier keek nog geen jurist mee"),
        gettext_lazy("Deze vragen blijven open. De toets kan verder."),
    ),
    (
        "effect",
        gettext_lazy("Dit gevolg is nog niet gemeten"),
        gettext_lazy("Wat u verwacht, is geen meting. Meet als het beleid werkt."),
    ),
    (
        "source",
        gettext_lazy("Een antwoord zonder bron"),
        gettext_lazy("Schrijf op waar het staat, of wie het weet."),
    ),
    (
        "retired",
        gettext_lazy("Dit vragen wij niet meer"),
        gettext_lazy("Uw antwoord blijft leesbaar, en telt mee bij het besluit."),
    ),
    (
        "todo",
        gettext_lazy("Nog niet beantwoord"),
        gettext_lazy("“Dat weten we nog niet” is ook een antwoord."),
    ),
)
