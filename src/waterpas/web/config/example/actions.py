"""What Voorbeeldstad changes, by whom and with which means, and whether it works."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial

from django.utils import timezone

from waterpas.web.actions import services
from waterpas.web.actions.models import Money
from waterpas.web.config.example.people import (
    CARE,
    LETTERS,
    PROGRAMME,
    PURCHASE,
    RESEARCH,
    SECRETARY,
    SOCIAL,
    STAFF,
    STREET,
    TASKFORCE,
    WORK,
)
from waterpas.web.config.example.timeline import Moment, World


@dataclass(frozen=True, slots=True)
class Planned:
    """One action as it was written down. `due`: in so many days; negative: so many days ago."""

    days_ago: int
    by: str
    key: str
    title: str
    change: str
    findings: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    item: str | None = None
    owner: str | None = None
    reviewer: str | None = None
    accountable: str | None = None
    fte: str | None = None
    euro_once: int | None = None
    euro_yearly: int | None = None
    money: str = Money.NOT_ASKED
    due: int | None = None


PLANNED = (
    Planned(
        *(206, "beleid", "rewrite", "Brieven over bijstand herschrijven en testen"),
        "De gemeente zet bovenaan wat iemand moet doen. Inwoners lezen elke brief vooraf.",
        findings=("letters",),
        item="letters",
        owner=LETTERS,
        reviewer=SOCIAL,
        accountable=WORK,
        fte="0.4",
        euro_once=18_000,
        money=Money.PROMISED,
        due=-110,
    ),
    Planned(
        *(203, "hr", "deadlines", "De melder hoort binnen twee weken wat er gebeurt"),
        "De procedure krijgt termijnen: twee dagen, twee weken en twee maanden. De melder hoort "
        "ook wat het gevolg was.",
        findings=("reporting",),
        item="reporting-procedure",
        owner=STAFF,
        reviewer=TASKFORCE,
        accountable=SECRETARY,
        money=Money.NOT_NEEDED,
        due=-90,
    ),
    Planned(
        *(202, "hr", "outside-adviser", "Een vertrouwenspersoon van buiten de gemeente"),
        "Medewerkers kunnen ook kiezen voor iemand die niet bij de gemeente werkt.",
        findings=("reporting",),
        item="confidential-advisers",
        owner=STAFF,
        reviewer=TASKFORCE,
        accountable=SECRETARY,
        euro_once=3_500,
        euro_yearly=24_000,
        money=Money.PROMISED,
        due=-24,
    ),
    Planned(
        *(188, "beleid", "lighter-grants", "Minder papier voor kleine subsidies"),
        "Een groep die minder dan € 5.000 vraagt, stuurt geen jaarrekening. Een plan van één "
        "bladzijde is genoeg.",
        findings=("grants",),
        item="community-grants",
        owner=SOCIAL,
        reviewer=RESEARCH,
        accountable=SECRETARY,
        euro_once=0,
        money=Money.NOT_NEEDED,
        due=-150,
    ),
    Planned(
        *(
            180,
            "coordinator",
            "give-reason",
            "Een boa zegt en noteert waarom die iemand aanspreekt",
        ),
        "De boa noemt de reden en kiest haar in de app. Het team bespreekt de redenen elke maand.",
        findings=("street",),
        item="enforcement-officers",
        owner=STREET,
        reviewer=RESEARCH,
        accountable=SECRETARY,
        fte="0.2",
        euro_once=12_500,
        money=Money.PROMISED,
        due=-140,
    ),
    Planned(
        *(198, "coordinator", "second-reader", "Een tweede medewerker leest elke afwijzing"),
        "Die tweede medewerker ziet geen naam en geen adres. Zijn twee mensen het niet eens, dan "
        "beslist de teamleider, met een reden.",
        findings=("assistance",),
        item="special-assistance",
        owner=WORK,
        reviewer=PROGRAMME,
        accountable=SECRETARY,
        fte="0.5",
        money=Money.PROMISED,
        due=-185,
    ),
    Planned(
        *(152, "beleid", "contract", "Eisen tegen racisme in het contract voor thuiszorg"),
        "De aanbieder zegt wat die bij racisme doet, en meldt dat elk half jaar aan de gemeente.",
        findings=("home-care",),
        item="home-care",
        owner=PURCHASE,
        reviewer=CARE,
        euro_once=8_000,
        money=Money.ASKED,
        due=128,
    ),
    Planned(
        *(139, "beleid", "interpreters", "Een tolk bij gesprekken over bijstand"),
        "De gemeente biedt zelf een tolk aan. De inwoner hoeft er niet om te vragen.",
        findings=("assistance", "letters"),
        item="interpreters",
        owner=WORK,
        reviewer=SOCIAL,
        accountable=SECRETARY,
        euro_yearly=40_000,
        money=Money.REFUSED,
        due=45,
    ),
    Planned(
        *(104, "hr", "fixed-criteria", "Vooraf vastleggen waar een brief aan voldoet"),
        "Voor elke vacature kiest de gemeente vijf eisen. Twee mensen beoordelen elke brief apart.",
        findings=("invited",),
        item="selection",
        owner=STAFF,
        reviewer=RESEARCH,
        accountable=SECRETARY,
        fte="0.3",
        euro_once=15_000,
        money=Money.ASKED,
        due=62,
    ),
    Planned(
        *(71, "beleid", "one-route", "Eén plek om racisme te melden, ook bij aanbieders"),
        "Inwoners, medewerkers en mensen die bij een aanbieder werken, melden op dezelfde plek.",
        findings=("reporting", "home-care"),
    ),
    Planned(
        *(96, "beleid", "new-policy", "Nieuw minimabeleid eerst langs de criteria leggen"),
        "De adviseur loopt de criteria na voor het college besluit, samen met inwoners.",
        points=("P04", "W05", "W07"),
        item="poverty-policy",
        owner=SOCIAL,
        reviewer=PROGRAMME,
        accountable=SECRETARY,
        fte="0.1",
        euro_once=4_000,
        money=Money.PROMISED,
        due=88,
    ),
    Planned(
        *(66, "hr", "internships", "Stageplaatsen openbaar aanbieden, met een vaste vergoeding"),
        "Elke stageplaats komt op de site. Een school of een kennis is geen voorwaarde meer.",
        points=("P01",),
        item="internships",
        owner=STAFF,
        accountable=SECRETARY,
    ),
    Planned(
        *(39, "onderzoeker", "random-sample", "Naast het risicoprofiel een aselecte steekproef"),
        "De gemeente kiest één op de tien heronderzoeken door loting. Zo kan zij vergelijken.",
        points=("P08", "N05"),
        item="risk-profiles",
        owner=WORK,
        reviewer=RESEARCH,
        accountable=SECRETARY,
        fte="0.3",
        money=Money.ASKED,
        due=150,
    ),
)

# Introduced: so many days ago, by whom, which action.
INTRODUCED = (
    (192, "coordinator", "second-reader"),
    (167, "beleid", "lighter-grants"),
    (158, "coordinator", "give-reason"),
    (136, "beleid", "rewrite"),
    (97, "hr", "deadlines"),
)
WORKS = (
    (
        *(44, "taskforce", "give-reason"),
        "Wij lazen 120 registraties van vier maanden. Bij 104 staat een reden die in de instructie "
        "voorkomt. Het team sprak twee keer over redenen die er niet in staan.",
    ),
    (
        *(33, "coordinator", "rewrite"),
        "Van 60 inwoners konden er 48 zeggen wat de nieuwe brief van hen vroeg. Bij de oude brief "
        "waren het er 27. Iedere inwoner las één van de twee brieven, door loting.",
    ),
)
DILUTED = (
    (
        *(52, "taskforce", "lighter-grants"),
        "Bij de invoering ging de grens van € 5.000 naar € 1.000. Van de 38 aanvragen viel bijna "
        "geen enkele onder de nieuwe regel.",
    ),
)


def moments() -> Iterator[Moment]:
    """What was planned, introduced and concluded."""
    for planned in PLANNED:
        yield Moment(planned.days_ago, partial(_plan, planned=planned))
    for days_ago, by, key in INTRODUCED:
        yield Moment(days_ago, partial(_introduce, by=by, key=key))
    for days_ago, by, key, effect in WORKS:
        yield Moment(days_ago, partial(_works, by=by, key=key, effect=effect))
    for days_ago, by, key, effect in DILUTED:
        yield Moment(days_ago, partial(_diluted, by=by, key=key, effect=effect))


def _plan(world: World, at: datetime, *, planned: Planned) -> None:
    position = world.positions.get
    world.actions[planned.key] = services.add_action(
        title=planned.title,
        change=planned.change,
        findings=[world.findings[key] for key in planned.findings],
        points=list(planned.points),
        item=world.items[planned.item] if planned.item else None,
        owner=position(planned.owner or ""),
        reviewer=position(planned.reviewer or ""),
        accountable=position(planned.accountable or ""),
        fte=Decimal(planned.fte) if planned.fte else None,
        euro_once=planned.euro_once,
        euro_yearly=planned.euro_yearly,
        money=planned.money,
        due=None if planned.due is None else world.day(-planned.due),
        by=world.people[planned.by],
        now=at,
    )


def _introduce(world: World, at: datetime, *, by: str, key: str) -> None:
    services.introduce_action(
        action=world.actions[key],
        introduced_on=timezone.localdate(at),
        by=world.people[by],
        now=at,
    )


def _works(world: World, at: datetime, *, by: str, key: str, effect: str) -> None:
    services.conclude_works(action=world.actions[key], effect=effect, by=world.people[by], now=at)


def _diluted(world: World, at: datetime, *, by: str, key: str, effect: str) -> None:
    services.conclude_diluted(action=world.actions[key], effect=effect, by=world.people[by], now=at)
