"""Address checks by neighbourhood: it says something of areas, and of people nearly nothing."""

from random import Random

from waterpas.web.config.example.data import MADE_UP, Row, as_csv, drawn
from waterpas.web.config.example.designed import Designed

NAME = "voorbeeldstad-adrescontroles-verzonnen.csv"
SHARE = "percentage_met_herkomstland_buiten_europa"
NEIGHBOURHOODS = 30
CHECKED, CHECKED_GROUP = 0.05, 0.09


def checks() -> list[Row]:
    """All residents per neighbourhood, how many the municipality checked, and the share of CBS.

    Planted: of residents whose origin is outside Europe the municipality checked 90 of every
    1,000, of others 50, in every neighbourhood alike. The table does not hold that: in it are only
    the checks per neighbourhood, and the percentage of the group in whole percents.
    """
    random = Random(1953)  # noqa: S311 - no secret: it must draw the same every time
    return [_neighbourhood(random, at) for at in range(NEIGHBOURHOODS)]


def _neighbourhood(random: Random, at: int) -> Row:
    residents, percent = random.randrange(900, 3000, 5), round(4 + 46 * at / (NEIGHBOURHOODS - 1))
    group = round(residents * percent / 100)
    checked = drawn(random, group, CHECKED_GROUP) + drawn(random, residents - group, CHECKED)
    return {
        **MADE_UP,
        "buurtcode": f"BU9999{at + 1:04d}",
        "aantal_inwoners": residents,
        "gecontroleerd": checked,
        SHARE: percent,
    }


DESIGNED = Designed(
    key="address-checks",
    item="address-checks",
    file_name=NAME,
    text=as_csv(checks()),
    rows=checks(),
    design={
        "kind": "area",
        "title": "Adrescontroles, per buurt",
        "question": "Controleert de gemeente inwoners met herkomst buiten Europa vaker aan huis?",
        "purpose": "service",
        "organisation": "de gemeente",
        "did_before": "controleerde",
        "did_after": "aan huis",
        "unit": "inwoners",
        "row": "person",
        "once": True,
        "full_count": True,
        "effect": "harm",
        "route": "register-without-groups",
        "route_explanation": (
            "In het register van controles staat geen herkomst. De tabel heeft per buurt hoeveel "
            "inwoners er zijn en hoeveel er zijn gecontroleerd, met het percentage van het CBS. "
            "Dit is een voorbeeld: alle cijfers zijn verzonnen."
        ),
        "privacy_officer": "answered",
        "privacy_officer_words": "Akkoord. Niemand leidt herkomst af van een mens of een adres.",
        "works_council": "not-needed",
        "works_council_words": "Het gaat over inwoners, niet over medewerkers.",
    },
    choice={
        "kind": "area",
        "across": "buurtcode",
        "reference_kind": "nobody",
        "by": (SHARE,),
        "settings": {"share": SHARE, "counted": "everybody"},
    },
    counted={"outcome": "gecontroleerd", "count": "aantal_inwoners"},
    english={
        "title_en": "Address checks, by neighbourhood",
        "question_en": (
            "Does the municipality check residents with origin outside Europe at home more often?"
        ),
    },
    designed_days_ago=49,
    measured_days_ago=28,
    finding="addresses",
)
