"""What Voorbeeldstad answered to other lists than the full one. All of it is made up."""

from waterpas.web.config.example.scan_answers import LAWYER, Said

VISITED = (
    *("mensen met bijstand die thuis bezoek kregen", "gesprek op het wijkkantoor", 6),
    *("no", "Daar dachten wij niet aan."),
)
STAFF_TALK = ("medewerkers uit vijf teams", "lunchgesprek", 17, "yes", "werktijd")
TEXT, PROTOCOL = "Tekst van de vacature", "Protocol huisbezoek, paragraaf 2"
VISION = "Visie op gelijke behandeling, bladzijde 1"
# The protocol for home visits, in haste: a judge had ruled.
HOME_VISITS = (
    Said("N01", "possible", "Wie slecht Nederlands spreekt, geeft vaker per ongeluk toestemming."),
    Said("N02", "no", "Niemand krijgt voorrang.", PROTOCOL, None, LAWYER),
    Said("N05", "possible", "Een tip is genoeg. Wij weten niet over wie tips gaan.", PROTOCOL),
    Said("N06", "unknown", "Gaan de bezoeken vaker naar Havenkwartier?"),
    Said("N08", "possible", "De medewerker kiest zelf bij wie hij langsgaat.", PROTOCOL, VISITED),
    Said("N09", "unknown", "Wie raakte uitkering kwijt na een bezoek?"),
    Said("W07", "partly", "Een tolk mag, maar niemand biedt die aan.", PROTOCOL, VISITED),
    Said(
        "W12", "partly", "Het huisrecht staat erin. De brief zegt het niet.", "Brief", None, LAWYER
    ),
)
VACANCY = (
    Said("VAC-01", "not", "Een hbo-diploma is voor dit werk niet nodig.", TEXT),
    Said("VAC-02", "yes", "Er staat: je past in ons hechte, jonge team.", TEXT),
    Said("VAC-03", "unknown", "Wie ziet onze vacatures nu niet?"),
    Said("VAC-04", "happens", "De tekst noemt twee gesprekken en het meldpunt.", TEXT),
    Said(
        "S06-02", "happens", "Vier competenties, vooraf vastgesteld.", "Formulier van het gesprek"
    ),
    Said("VAC-05", "happens", "Vaste vragen. Twee mensen vullen apart een formulier in."),
)
VISION_CHECK = (
    Said("S02-01", "happens", "De eerste zin zegt het.", VISION),
    Said("S02-02", "partly", "De tekst noemt regels, maar niet de eigen organisatie.", VISION),
    Said("S02-03", "yes", "Er staat: bij ons telt kleur niet.", VISION, STAFF_TALK),
    Said("S02-04", "partly", "Wel racisme, niet institutioneel racisme.", VISION),
    Said("S02-05", "happens", "De aanpak van tien stappen staat erbij.", VISION),
    Said("S02-06", "not", "Er staat geen maatregel in, en geen naam van een functie.", VISION),
    Said("S02-07", "happens", "Een alinea legt uit waar de nadruk verschilt.", VISION),
    Said(
        "S02-10", "partly", "Vijf teams dachten mee, de buitendienst niet.", "Verslag", STAFF_TALK
    ),
    Said("S02-11", "happens", "De tekst begint bij de kernwaarde dichtbij.", VISION),
)
