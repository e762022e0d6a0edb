"""What Voorbeeldstad does: what it ticked, what it added of its own, and what it told about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.utils import timezone

from waterpas.web.config.example.people import (
    CARE,
    CULTURE,
    DESK,
    HOUSING,
    LETTERS,
    PURCHASE,
    SECRETARY,
    SOCIAL,
    STAFF,
    STREET,
    WORK,
)
from waterpas.web.config.example.timeline import Moment, World
from waterpas.web.register import services

# Nothing of the employer is ticked about safety and staying (Q03): step 6 shows that it is missing.
TICKED = (
    (
        *(294, "coordinator"),
        "benefit-reviews benefit-applications special-assistance work-guidance debt-help "
        "wmo-assessment youth-care housing-urgency front-desk address-checks letters "
        "complaints",
    ),
    (
        *(283, "hr"),
        "vacancies selection agency-staff internships promotion talent-programme "
        "reporting-procedure confidential-advisers",
    ),
    (
        *(276, "beleid"),
        "refugees-to-work poverty-policy sports-grants culture-grants community-grants "
        "participation enforcement-officers stop-and-search procurement",
    ),
    (255, "wonen", "housing-allocation neighbourhoods language-rules"),
    (204, "beleid", "home-care integration-guidance interpreters event-permits"),
    (131, "onderzoeker", "risk-profiles"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody told about a ticked item. `examined`: so many days ago; None: never."""

    days_ago: int
    by: str
    item: str
    owner: str | None = None
    examined: int | None = None
    carried_out_by: str = ""
    delivery: str = ""
    description: str = ""


TOLD = (
    Told(281, "hr", "vacancies", STAFF),
    Told(281, "hr", "selection", STAFF, description="Ongeveer 60 vacatures per jaar."),
    Told(281, "hr", "agency-staff", PURCHASE, carried_out_by="drie uitzendbureaus"),
    Told(281, "hr", "internships", STAFF),
    Told(280, "hr", "promotion", STAFF),
    Told(280, "hr", "talent-programme", STAFF),
    Told(280, "hr", "reporting-procedure", STAFF, 395),
    Told(280, "hr", "confidential-advisers", STAFF, description="Twee, allebei uit eigen huis."),
    Told(290, "coordinator", "benefit-reviews", WORK, 640),
    Told(290, "coordinator", "benefit-applications", WORK),
    Told(290, "coordinator", "special-assistance", WORK),
    Told(290, "coordinator", "work-guidance", WORK),
    Told(289, "coordinator", "debt-help", WORK),
    Told(289, "coordinator", "wmo-assessment", CARE, 512),
    Told(289, "coordinator", "youth-care", CARE),
    Told(289, "coordinator", "housing-urgency", DESK),
    Told(288, "coordinator", "front-desk", DESK),
    Told(245, "coordinator", "address-checks", STREET),
    Told(248, "beleid", "letters", LETTERS),
    Told(272, "beleid", "refugees-to-work", WORK, carried_out_by="een regionaal werkbedrijf"),
    Told(272, "beleid", "poverty-policy", SOCIAL, 910),
    Told(244, "beleid", "sports-grants", CULTURE, carried_out_by="41 sportclubs"),
    Told(244, "beleid", "culture-grants", CULTURE),
    Told(244, "beleid", "community-grants", CULTURE),
    Told(271, "beleid", "participation", SECRETARY),
    Told(243, "beleid", "enforcement-officers", STREET, 330, description="Twaalf boa's."),
    Told(270, "beleid", "procurement", PURCHASE),
    Told(253, "wonen", "housing-allocation", HOUSING, carried_out_by="corporaties in de regio"),
    Told(253, "wonen", "neighbourhoods", HOUSING, carried_out_by="twee welzijnsorganisaties"),
    Told(201, "beleid", "home-care", PURCHASE, carried_out_by="vijf aanbieders van thuiszorg"),
    Told(201, "beleid", "integration-guidance", SOCIAL, carried_out_by="een taalschool"),
    Told(201, "beleid", "interpreters", WORK, carried_out_by="een landelijk tolkenbureau"),
    Told(130, "onderzoeker", "risk-profiles", WORK, description="Gebruikt bij heronderzoek."),
)


@dataclass(frozen=True, slots=True)
class Own:
    """Something that is not in the starter list."""

    days_ago: int
    by: str
    key: str
    title: str
    kind: str
    role: str
    description: str
    owner: str | None = None
    delivery: str = "own"
    carried_out_by: str = ""


EMPLOYER, POLICY, SERVICE = "employer", "policy-maker", "service-provider"
OWN = (
    Own(
        *(268, "coordinator", "small-building", "Vergunning voor een kleine verbouwing"),
        *("process", SERVICE),
        "Dakkapel, uitbouw of berging. Ongeveer 700 aanvragen per jaar.",
        DESK,
    ),
    Own(
        *(266, "coordinator", "home-visits", "Protocol huisbezoek bij bijstand", "rule", SERVICE),
        "Wanneer mag een medewerker thuis komen kijken, en wat zegt die vooraf?",
        WORK,
    ),
    Own(
        *(264, "beleid", "market", "Standplaatsen op de markt", "process", SERVICE),
        "Wie krijgt een vaste plek, en hoe lang is de wachtlijst?",
    ),
    Own(
        *(262, "beleid", "preschool", "Plaatsen in de voorschool", "policy", POLICY),
        "Welke kinderen krijgen voorrang op een plek?",
        SOCIAL,
        "paid-chain",
        "zeven locaties voor kinderopvang",
    ),
    Own(
        *(254, "wonen", "young-homes", "Tijdelijke woningen voor jongeren", "policy", POLICY),
        "Hoe kiest de gemeente uit wie zich aanmeldt?",
        HOUSING,
        "unpaid-partners",
        "een corporatie",
    ),
    Own(
        *(240, "hr", "job-code", "Sollicitatiecode", "rule", EMPLOYER),
        "Wat een kandidaat van de gemeente mag verwachten. Niet veranderd in zes jaar.",
        STAFF,
    ),
    Own(
        *(236, "coordinator", "vision", "Visie op gelijke behandeling", "policy", POLICY),
        "Waar de organisatie voor staat. Vastgesteld door de directie.",
        SECRETARY,
    ),
    Own(
        *(198, "beleid", "work-places", "Leerwerkplekken in groen en schoonmaak", "contract"),
        *(POLICY, "Wie wijst de plekken toe, en wie stroomt door naar gewoon werk?"),
        WORK,
        "paid-chain",
        "een sociaal werkbedrijf",
    ),
    Own(
        *(128, "onderzoeker", "area-profiles", "Wijkprofielen", "algorithm", POLICY),
        "Cijfers per wijk. Zij bepalen mee waar de gemeente extra controleert.",
    ),
)
# Examined since: so many days ago, by whom.
EXAMINED = (
    (232, "beleid", "front-desk"),
    (207, "beleid", "letters"),
    (196, "beleid", "community-grants"),
    (211, "onderzoeker", "special-assistance"),
    (160, "beleid", "home-care"),
    (118, "hr", "selection"),
    (64, "onderzoeker", "small-building"),
)
RETIRED = (
    151,
    "coordinator",
    "stop-and-search",
    "Voorbeeldstad wijst sinds dit jaar geen gebieden meer aan.",
)


def moments() -> Iterator[Moment]:
    """How the register came to be."""
    for days_ago, by, starters in TICKED:
        yield Moment(days_ago, partial(_tick, by=by, starters=starters))
    for told in TOLD:
        yield Moment(told.days_ago, partial(_tell, told=told))
    for own in OWN:
        yield Moment(own.days_ago, partial(_add, own=own))
    for days_ago, by, key in EXAMINED:
        yield Moment(days_ago, partial(_examine, by=by, key=key))
    days_ago, by, key, reason = RETIRED
    yield Moment(days_ago, partial(_retire, by=by, key=key, reason=reason))


def _tick(world: World, at: datetime, *, by: str, starters: str) -> None:
    made = services.tick_items(starters=starters.split(), by=world.people[by], now=at)
    world.items |= {item.starter: item for item in made}


def _tell(world: World, at: datetime, *, told: Told) -> None:
    item = world.items[told.item]
    item.owner = world.positions[told.owner] if told.owner else None
    item.delivery = told.delivery or item.delivery
    item.carried_out_by, item.description = told.carried_out_by, told.description
    item.last_examined = None if told.examined is None else world.day(told.examined)
    _change(world, at, key=told.item, by=told.by)


def _examine(world: World, at: datetime, *, by: str, key: str) -> None:
    world.items[key].last_examined = timezone.localdate(at)
    _change(world, at, key=key, by=by)


def _change(world: World, at: datetime, *, key: str, by: str) -> None:
    """Store what was changed of an item that we hold."""
    item = world.items[key]
    values = {name: getattr(item, name) for name in services.FIELDS}
    world.items[key] = services.change_item(
        item=item, version=item.version, by=world.people[by], now=at, **values
    )


def _add(world: World, at: datetime, *, own: Own) -> None:
    world.items[own.key] = services.add_item(
        title=own.title,
        kind=own.kind,
        role=own.role,
        description=own.description,
        owner=world.positions[own.owner] if own.owner else None,
        delivery=own.delivery,
        carried_out_by=own.carried_out_by,
        by=world.people[own.by],
        now=at,
    )


def _retire(world: World, at: datetime, *, by: str, key: str, reason: str) -> None:
    services.retire_item(item=world.items[key], reason=reason, by=world.people[by], now=at)
