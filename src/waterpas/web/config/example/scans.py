"""What Voorbeeldstad laid beside the criteria, and what it decided. All of it is made up."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from django.utils import timezone

from waterpas.web.config.example.scan_answers import GRANTS, GRANTS_AFTER, NOBODY, PRESCHOOL, Said
from waterpas.web.config.example.timeline import Moment, World
from waterpas.web.references.versions import mark_of
from waterpas.web.scans import services
from waterpas.web.scans.models import Choice, Scan
from waterpas.web.scans.rules import QUESTIONS
from waterpas.web.scans.selectors import seen_now

# How many days ago, by whom, the item, and the questions answered with yes and with not knowing.
PRESCANS = (
    (136, "beleid", "community-grants", "conditions alone soon decides", ""),
    (134, "wonen", "housing-allocation", "decides lasting soon", "signals"),
    (133, "beleid", "event-permits", "", ""),
    (131, "onderzoeker", "risk-profiles", "decides profile lasting", "signals"),
    (118, "coordinator", "home-visits", "decides alone lasting soon", ""),
    (96, "beleid", "market", "conditions", "decides"),
    (75, "beleid", "preschool", "decides area conditions soon", "alone"),
)
AFTER_DAYS = 300


def moments() -> Iterator[Moment]:
    """The pre-scans, two scans, one decision, and looking again."""
    for days_ago, by, item, yes, unknown in PRESCANS:
        yield Moment(
            days_ago, partial(_prescan, by=by, item=item, yes=yes.split(), unknown=unknown.split())
        )
    yield Moment(112, partial(_grants, by="beleid"))
    yield Moment(98, partial(_sign, by="secretaris"))
    yield Moment(31, partial(_again, by="beleid"))
    yield Moment(62, partial(_preschool, by="beleid"))


def _prescan(
    world: World, at: datetime, *, by: str, item: str, yes: list[str], unknown: list[str]
) -> None:
    answers = {
        one: "yes" if one in yes else "unknown" if one in unknown else "no" for one in QUESTIONS
    }
    services.record_prescan(item=world.items[item], answers=answers, by=world.people[by], now=at)


def _grants(world: World, at: datetime, *, by: str) -> None:
    scan = services.begin_scan(
        item=world.items["community-grants"],
        about="concept voor volgend jaar",
        aim="Elke groep bewoners kan geld vragen voor een plan in de eigen buurt.",
        delivery="own",
        with_conditions="yes",
        with_partners="yes",
        recheck_on=world.day(20),
        by=world.people[by],
        now=at,
    )
    answer_all(world, at, scan=scan, said=GRANTS, by=by)


def _sign(world: World, at: datetime, *, by: str) -> None:
    scan = Scan.objects.get(item=world.items["community-grants"])
    services.sign_scan(
        scan=scan,
        choice=Choice.ADAPT,
        reason="De eis van drie jaarrekeningen gaat eruit. De medewerker krijgt een vaste lijst "
        "met punten. Wij kijken opnieuw als de regeling een half jaar werkt.",
        seen=mark_of(seen_now(scan)),
        by=world.people[by],
        now=at,
    )


def _again(world: World, at: datetime, *, by: str) -> None:
    scan = services.measure_again(
        scan=Scan.objects.get(item=world.items["community-grants"]),
        recheck_on=world.day(-AFTER_DAYS),
        by=world.people[by],
        now=at,
    )
    answer_all(world, at, scan=scan, said=GRANTS_AFTER, by=by)


def _preschool(world: World, at: datetime, *, by: str) -> None:
    scan = services.begin_scan(
        item=world.items["preschool"],
        about="de regels zoals die nu werken",
        aim="Kinderen met een achterstand in taal beginnen gelijk op de basisschool.",
        delivery="paid-chain",
        with_conditions="yes",
        with_partners="yes",
        recheck_on=world.day(-AFTER_DAYS),
        by=world.people[by],
        now=at,
    )
    answer_all(world, at, scan=scan, said=PRESCHOOL, by=by)


def answer_all(world: World, at: datetime, *, scan: Scan, said: tuple[Said, ...], by: str) -> None:
    for one in said:
        there = scan.answers.filter(stage=scan.stage, criterion=one.criterion).first()
        services.answer_criterion(
            scan=scan,
            criterion=one.criterion,
            says=_says(one, at),
            version=there.version if there else 0,
            by=world.people[by],
            now=at,
        )


def _says(one: Said, at: datetime) -> dict[str, object]:
    says: dict[str, object] = {
        "value": one.value,
        "reason": one.reason,
        "joint": one.joint,
        "sources": one.sources,
        "adviser": one.adviser,
    }
    if one.asked is None:
        return says | {"asked": "no", "why_not": NOBODY}
    kind, way, number, given, words = one.asked
    asked: dict[str, object] = {"asked_kind": kind, "asked_way": way, "asked_number": number}
    asked |= {"given": given, "given_words": words}
    return says | {"asked": "yes", "asked_on": timezone.localdate(at)} | asked
