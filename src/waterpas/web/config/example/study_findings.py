"""What the two studies of Voorbeeldstad show, and the findings that rest on them.

The figures are those of `data`; a test compares them with what Waterpas measures.
"""

from datetime import datetime

from waterpas.web.config.example.timeline import World
from waterpas.web.findings import services
from waterpas.web.findings.models import Finding
from waterpas.web.findings.services import NewEvidence

INVITED = NewEvidence(
    kind="figure",
    text=(
        "Verzonnen cijfers. De gemeente nodigde kandidaten met herkomst buiten Europa 0,6 keer zo "
        "vaak uit als kandidaten met herkomst Nederland (onzekerheid: 0,5 tot 0,8). Dat is 229 "
        "tegen 363 van elke 1.000. Geteld: 332 en 776 kandidaten. Bij het aannemen, na het "
        "gesprek, is een verschil niet aangetoond. Waarom het verschil er is, weten wij nog niet. "
        "Herkomst is de indeling van het CBS. Zij is niet hetzelfde als huidskleur, religie of "
        "ervaren racisme."
    ),
    source="Tabel met aantallen per groep: alle sollicitaties van één jaar",
)
GRANTED = NewEvidence(
    kind="figure",
    text=(
        "Verzonnen cijfers. In het Havenkwartier gaf de gemeente aanvragers met herkomst buiten "
        "Europa 0,8 keer zo vaak een vergunning als aanvragers met herkomst Nederland "
        "(onzekerheid: 0,7 tot 0,9). Dat is 679 tegen 858 van elke 1.000. Geteld: 168 en 204 "
        "aanvragen. In drie andere wijken is een verschil niet aangetoond. De vijfde wijk tonen "
        "wij niet: daar zijn de aantallen te klein. Waarom het verschil er is, weten wij nog niet. "
        "Herkomst is de indeling van het CBS. Zij is niet hetzelfde als huidskleur, religie of "
        "ervaren racisme."
    ),
    source="Tabel met aantallen per groep: alle aanvragen van drie jaar",
)


def add_study_findings(*, world: World, recruitment: str, permits: str, at: datetime) -> Finding:
    """Let the findings rest on the two studies, once those are there; both are named by URN.

    The finding about inviting gets the study as evidence. The study of permits gives a new
    finding, still open; returns that one.
    """
    researcher = world.people["onderzoeker"]
    services.add_evidence(
        finding=world.findings["invited"],
        kind="figure",
        text="Het onderzoek staat nu in Waterpas: aantallen, onzekerheid en methode staan daar.",
        source="Onderzoek naar werving en selectie, met verzonnen cijfers",
        urn=recruitment,
        by=researcher,
        now=at,
    )
    world.findings["permits"] = services.add_finding(
        title=(
            "In één wijk gaf de gemeente aanvragers met herkomst buiten Europa minder vaak een "
            "vergunning dan aanvragers met herkomst Nederland"
        ),
        for_whom="aanvragers met herkomst buiten Europa in het Havenkwartier",
        points=("P09", "N06"),
        item=world.items["small-building"],
        explanation="In het Havenkwartier beslist één medewerker. Elders zijn het er twee.",
        evidence=NewEvidence(GRANTED.kind, GRANTED.text, GRANTED.source, permits),
        by=researcher,
        now=at,
    )
    return world.findings["permits"]
