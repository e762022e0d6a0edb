"""What Voorbeeldstad answered to the criteria. All of it is made up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """The answer to one criterion. `asked`: kind of people, way, number, and what they got."""

    criterion: str
    value: str
    reason: str
    sources: str = ""
    asked: tuple[str, str, int, str, str] | None = None
    adviser: str = ""
    joint: str = ""


NOBODY = "Daar was in deze ronde nog geen tijd voor."
GROUPS = (
    *("bewonersgroepen met en zonder subsidie", "gesprek aan tafel in het buurthuis", 11),
    *("yes", "een bon van 20 euro en een maaltijd"),
)
UNPAID = (*GROUPS[:3], "no", "Er was geen geld voor begroot.")
PARENTS = (
    *("ouders van jonge kinderen", "gesprek bij het consultatiebureau", 14),
    *("unknown", ""),
)
LAWYER = "jurist van de regio"
BOTH = (
    "Wie nu veel subsidie krijgt, krijgt minder. Dat komt door het bedrag, niet door wie die "
    "groep is. Daarom trekt de regeling hiermee niemand voor."
)
PLACES = (
    "Kinderen met een achterstand in taal gaan voor. Dat kenmerk doet ertoe: daar is de voorschool "
    "voor bedoeld."
)
OLD, NEW = "Subsidieregeling bewonersinitiatieven, artikel 5", "Concept van de regeling, artikel 5"

GRANTS = (
    Said(
        *(
            "W01",
            "partly",
            "Een nieuwe groep kan meedoen zonder jaarrekeningen. De aanvraag blijft lang.",
        ),
        NEW,
        GROUPS,
    ),
    Said("W02", "not", "Het geld is voor één jaar. Daarna is er niets geregeld.", "Begroting"),
    Said("W03", "unknown", "Voor wie telt het op? Denk aan jonge ouders die laat werken."),
    Said("W04", "happens", "De gemeente verandert haar eisen. De groepen hoeven dat niet.", NEW),
    Said("W05", "happens", "De toelichting noemt geen gewoonten van groepen.", "Toelichting"),
    Said("W06", "partly", "Er komt een hoogste bedrag per groep.", NEW, joint=BOTH),
    Said("W07", "happens", "De gemeente vroeg wat er misging bij aanvragen.", "Verslag", GROUPS),
    Said("W08", "not", "De medewerker beslist zonder lijst met punten.", "Werkwijze subsidies"),
    Said("W09", "not", "De eis van drie jaarrekeningen staat nog in de bijlage.", OLD, GROUPS),
    Said("W10", "happens", "Het buurthuis en twee vrouwengroepen denken mee.", "Afspraken"),
    Said("W11", "unknown", "Is het formulier te gebruiken met een voorleeshulp?"),
    Said(
        "W12", "happens", "De regeling sluit niemand uit en geeft bezwaar.", "Notitie", None, LAWYER
    ),
    Said(
        "N01", "possible", "Wie geen rekening heeft, valt af. Dat zijn vooral nieuwe groepen.", OLD
    ),
    Said(
        *("N02", "no", "Een groep krijgt geen voorrang om wie zij is.", "Notitie", None, LAWYER),
        joint=BOTH,
    ),
    Said("N03", "no", "De regeling vraagt niet dat groepen anders gaan doen.", NEW),
    Said("N04", "no", "De regeling noemt geen doelgroep.", NEW),
    Said("N05", "no", "De controle achteraf is voor iedereen gelijk.", "Werkwijze subsidies"),
    Said("N06", "possible", "Aanvragen uit Havenkwartier worden vaker teruggestuurd."),
    Said("N07", "unknown", "Telt een maaltijd na zonsondergang als activiteit?"),
    Said("N08", "possible", "Niets begrenst wat een medewerker van een plan vindt.", "Werkwijze"),
    Said("N09", "possible", "De eisen raken kleine groepen het vaakst.", "Lijst van afwijzingen"),
)
# Looked at again when the changed scheme worked.
GRANTS_AFTER = (
    Said("W01", "happens", "Negen nieuwe groepen kregen geld. Vorig jaar was dat er één.", "Lijst"),
    Said("W09", "happens", "De jaarrekeningen zijn uit de bijlage.", NEW, GROUPS),
    Said("N01", "no", "Een groep kan zonder rekening meedoen, via het buurthuis.", NEW),
)
PRESCHOOL = (
    Said("W01", "happens", "Kinderen met een achterstand in taal gaan voor.", "Beleidsnota"),
    Said("W02", "happens", "Het geld staat vast in de begroting.", "Begroting, programma jeugd"),
    Said("W03", "not", "Niemand keek naar combinaties, zoals laag inkomen en wisselend werk."),
    Said("W04", "happens", "De gemeente zoekt gezinnen zelf op.", "Beleidsnota"),
    Said("W05", "partly", "De nota noemt “ouders die niet voorlezen”. Een bron ontbreekt."),
    Said(
        "W06", "unknown", "Wie heeft nu de meeste plekken op de populaire locaties?", joint=PLACES
    ),
    Said("W07", "happens", "De ouders noemen de tijden, niet de taal.", "Verslag", PARENTS),
    Said("W08", "happens", "Het consultatiebureau werkt met vaste punten.", "Werkinstructie"),
    Said("W09", "partly", "Wie laat hoort dat er plek is, staat achteraan.", "Plaatsingsregels"),
    Said("W10", "partly", "De zeven locaties doen mee. Ouders zitten niet aan tafel."),
    Said("W11", "happens", "Alle locaties zijn bekeken op toegang.", "Rapport", None, LAWYER),
    Said("W12", "unknown", "Mag de gemeente het land van geboorte van ouders laten meetellen?"),
    Said("N01", "possible", "De indicatie gebruikt het land van geboorte van de ouders."),
    Said("N02", "no", "Voorrang volgt uit taal.", "Beleidsnota", joint=PLACES),
    Said("N03", "yes", "Ouders moeten een cursus opvoeden volgen voor een plek.", "Voorwaarden"),
    Said(
        *("N04", "possible", "De nota ziet anderstalige gezinnen als één groep.", "Beleidsnota"),
        UNPAID,
    ),
    Said("N05", "no", "Er is geen controle op wie een plek heeft.", "Werkinstructie"),
    Said("N06", "unknown", "Krijgen kinderen uit Havenkwartier even vaak een plek dichtbij?"),
    Said("N07", "possible", "De openingstijden volgen alleen christelijke feestdagen."),
    Said("N08", "possible", "Een locatie mag een kind weigeren zonder reden.", "Contract"),
    Said("N09", "unknown", "Wie raakt zijn plek kwijt na drie keer verzuim?"),
    Said("KET-01", "partly", "Drie van de zeven locaties gaven hun plaatsingslijst.", "Contract"),
    Said("KET-02", "not", "De locaties melden alleen hoeveel plekken bezet zijn.", "Rapportage"),
    Said("KET-03", "unknown", "Weten ouders dat zij ook bij de gemeente mogen klagen?"),
)
# What a group made of two answers, together at one table.
IN_SESSION = (
    Said("W03", "not", "Ouders met wisselend werk en zonder opvang vallen nu buiten elke regel."),
    Said("N03", "yes", "Ouders moeten een cursus volgen. Niemand weet waar dat staat."),
)
