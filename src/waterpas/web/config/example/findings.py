"""What Voorbeeldstad found, what it rests on, and what was decided. All of it is made up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from waterpas.web.config.example.study_findings import INVITED
from waterpas.web.config.example.timeline import Moment, World
from waterpas.web.findings import services
from waterpas.web.findings.services import NewEvidence


@dataclass(frozen=True, slots=True)
class Found:
    """One finding, with its first evidence."""

    days_ago: int
    by: str
    key: str
    item: str
    points: tuple[str, ...]
    title: str
    for_whom: str
    explanation: str
    evidence: NewEvidence


FOUND = (
    Found(
        *(234, "beleid", "desk", "front-desk", ("P09", "W08")),
        "De balie vraagt bij inschrijven soms extra bewijs, zonder vaste regel",
        "inwoners die zich inschrijven met een buitenlandse akte",
        "De werkwijze noemt geen redenen om extra bewijs te vragen. Iedere medewerker kiest zelf.",
        NewEvidence(
            "rule",
            "In de werkwijze staat: bij twijfel vraagt de medewerker aanvullende stukken. Wat "
            "twijfel is, staat er niet.",
            "Werkwijze inschrijven, paragraaf 4",
        ),
    ),
    Found(
        *(226, "taskforce", "reporting", "reporting-procedure", ("P02",)),
        "De meldprocedure zegt niet wanneer een melder iets hoort",
        "medewerkers die racisme melden",
        "De procedure noemt wie een melding krijgt. Zij noemt geen termijn, en geen gevolg.",
        NewEvidence(
            "rule",
            "De procedure heeft acht artikelen. Geen daarvan noemt een termijn voor een antwoord "
            "aan de melder.",
            "Regeling melden ongewenst gedrag",
        ),
    ),
    Found(
        *(212, "beleid", "letters", "letters", ("P11", "W11")),
        "De gemeente schrijft haar brieven over bijstand in lange, juridische zinnen",
        "inwoners met bijstand voor wie een lange brief niet te volgen is",
        "De brief over een heronderzoek telt drie bladzijden. Wat iemand moet doen, staat op het "
        "eind.",
        NewEvidence(
            "passage",
            "“Ingevolge het bepaalde in de beleidsregels dient u binnen de gestelde termijn de "
            "gevraagde bescheiden te overleggen.”",
            "Standaardbrief heronderzoek, eerste alinea",
        ),
    ),
    Found(
        *(194, "beleid", "grants", "community-grants", ("P04", "W09")),
        "De subsidieregel vraagt drie jaarrekeningen van elke bewonersgroep",
        "nieuwe en kleine bewonersgroepen, vaak zonder eigen rekening",
        "De eis geldt voor elke groep gelijk. Wie net begint, kan er niet aan voldoen.",
        NewEvidence(
            "rule",
            "Artikel 5: de aanvrager legt de jaarrekeningen van de laatste drie jaar over.",
            "Subsidieregeling bewonersinitiatieven, artikel 5",
        ),
    ),
    Found(
        *(183, "beleid", "street", "enforcement-officers", ("P07", "W08", "N08")),
        "Een boa legt niet vast waarom die iemand aanspreekt",
        "jongeren en andere inwoners die op straat worden aangesproken",
        "De instructie laat de keuze aan de boa. Achteraf kan de gemeente de reden niet nagaan.",
        NewEvidence(
            "passage",
            "“De boa bepaalt op basis van ervaring wie wordt aangesproken.”",
            "Instructie toezicht openbare ruimte, bladzijde 6",
        ),
    ),
    Found(
        *(209, "onderzoeker", "assistance", "special-assistance", ("P09", "W08")),
        "Eén medewerker wijst een aanvraag voor bijzondere bijstand alleen af",
        "inwoners die bijzondere bijstand aanvragen",
        "Bij dezelfde kosten besliste de gemeente niet altijd hetzelfde. Niemand leest een "
        "afwijzing na.",
        NewEvidence(
            "rule",
            "De werkverdeling vraagt een tweede handtekening bij toekennen boven een bedrag. Bij "
            "afwijzen vraagt zij die niet.",
            "Werkverdeling Werk en Inkomen",
        ),
    ),
    Found(
        *(157, "beleid", "home-care", "home-care", ("P10",)),
        "Het contract voor thuiszorg zegt niets over racisme",
        "inwoners met thuiszorg, en de mensen die bij hen werken",
        "De gemeente stelt eisen aan tijd en geld. Wat een aanbieder bij racisme doet, vraagt zij "
        "niet.",
        NewEvidence(
            "passage",
            "Het contract telt 42 bladzijden. De woorden racisme en discriminatie komen er niet in "
            "voor.",
            "Contract thuiszorg en bijlagen",
        ),
    ),
    Found(
        *(149, "wonen", "waiting-time", "housing-allocation", ("P04", "N09")),
        "De regels voor een woning geven voorrang aan wie lang staat ingeschreven",
        "inwoners die kort in de regio wonen",
        "Wie later kwam, kon zich niet eerder inschrijven. De regel kijkt daar niet naar.",
        NewEvidence(
            "rule",
            "De verordening verdeelt zeven van de tien woningen op de duur van de inschrijving.",
            "Regionale huisvestingsverordening",
        ),
    ),
    Found(
        *(112, "onderzoeker", "invited", "selection", ("P01",)),
        "De gemeente nodigde kandidaten met herkomst buiten Europa minder vaak uit dan kandidaten "
        "met herkomst Nederland",
        "kandidaten met herkomst buiten Europa",
        "Twee mensen lezen de brieven samen. Vooraf ligt niet vast waar zij op letten.",
        INVITED,
    ),
    Found(
        *(76, "hr", "promotion", "promotion", ("P01",)),
        "Een plek als teamleider gaat vaak eerst rond onder leidinggevenden",
        "medewerkers die geen leidinggevende kennen met een vrije plek",
        "Op het interne net staat een vacature vaak pas als er al een kandidaat is.",
        NewEvidence(
            "story",
            "Medewerkers uit drie teams vertelden dat zij van een vrije plek hoorden toen die al "
            "was vergeven.",
            "Gesprekken over doorstroom, zonder namen",
        ),
    ),
    Found(
        *(58, "taskforce", "addresses", "address-checks", ("P07", "N05")),
        "Een controle aan huis begint soms zonder opgeschreven reden",
        "inwoners in de wijken waar de gemeente vaak controleert",
        "Het team werkt met signalen en met gevoel. Alleen een signaal komt op papier.",
        NewEvidence(
            "rule",
            "Het formulier heeft een vak voor de reden. Dat vak mag leeg blijven.",
            "Formulier adrescontrole",
        ),
    ),
)

# More evidence: so many days ago, by whom, with which finding.
MORE = (
    (
        *(219, "taskforce", "reporting"),
        NewEvidence(
            "story",
            "Wie dit meemaakte, vertelde: na mijn melding hoorde ik maanden niets. Ik kwam mijn "
            "collega elke dag tegen.",
            "Gesprek met de taskforce, zonder naam en afdeling",
        ),
    ),
    (
        *(87, "taskforce", "desk"),
        NewEvidence(
            "story",
            "Meer inwoners vertelden dat zij een tweede keer moesten komen met een vertaalde akte. "
            "Anderen met zo'n akte hoefden dat niet.",
            "Gesprekken in twee buurthuizen, zonder namen",
        ),
    ),
    (
        *(199, "onderzoeker", "assistance"),
        NewEvidence(
            "passage",
            "In 26 van 40 afwijzingen staat als enige reden: niet noodzakelijk.",
            "Steekproef van afwijzingen, gelezen zonder namen",
        ),
    ),
)
DECIDED = (
    (
        *(205, "hoofd-publiek", "desk"),
        "De wet vraagt van de gemeente dat zij twijfel onderzoekt. Wij zien nu geen ruimte voor "
        "een vaste regel.",
    ),
    (
        *(121, "secretaris", "waiting-time"),
        "De regio stelt deze regels vast, niet de gemeente alleen. De verordening wordt over een "
        "jaar herzien. Dan brengt Voorbeeldstad dit in, en besluit zij opnieuw.",
    ),
)
REOPENED = ((83, "coordinator", "desk"),)


def moments() -> Iterator[Moment]:
    """What was found, what came to light later, and what was decided."""
    for found in FOUND:
        yield Moment(found.days_ago, partial(_find, found=found))
    for days_ago, by, key, evidence in MORE:
        yield Moment(days_ago, partial(_add_evidence, by=by, key=key, evidence=evidence))
    for days_ago, by, key, reason in DECIDED:
        yield Moment(days_ago, partial(_decide, by=by, key=key, reason=reason))
    for days_ago, by, key in REOPENED:
        yield Moment(days_ago, partial(_reopen, by=by, key=key))


def _find(world: World, at: datetime, *, found: Found) -> None:
    world.findings[found.key] = services.add_finding(
        title=found.title,
        for_whom=found.for_whom,
        points=found.points,
        item=world.items[found.item],
        explanation=found.explanation,
        evidence=found.evidence,
        by=world.people[found.by],
        now=at,
    )


def _add_evidence(world: World, at: datetime, *, by: str, key: str, evidence: NewEvidence) -> None:
    services.add_evidence(
        finding=world.findings[key],
        kind=evidence.kind,
        text=evidence.text,
        source=evidence.source,
        by=world.people[by],
        now=at,
    )


def _decide(world: World, at: datetime, *, by: str, key: str, reason: str) -> None:
    services.decide_no_action(
        finding=world.findings[key], reason=reason, by=world.people[by], now=at
    )


def _reopen(world: World, at: datetime, *, by: str, key: str) -> None:
    services.reopen_finding(finding=world.findings[key], by=world.people[by], now=at)
