"""What Voorbeeldstad laid beside the criteria, and what it decided. All of it is made up."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from django.utils import timezone

from waterpas.web.config.example.scan_answers import GRANTS, GRANTS_AFTER, NOBODY, PRESCHOOL, Said
from waterpas.web.config.example.scan_lists import HOME_VISITS, VACANCY, VISION_CHECK
from waterpas.web.config.example.timeline import Moment, World
from waterpas.web.references.versions import mark_of
from waterpas.web.scans import services
from waterpas.web.scans.models import Choice, Scan
from waterpas.web.scans.rules import QUESTIONS
from waterpas.web.scans.selectors import seen_now
from waterpas.web.scans.triggers import FIELDS

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
# What Voorbeeldstad always scans, and with which list.
ALWAYS = {
    "ordinance": "full",
    "subsidy": "subsidy",
    "tender": "purchased",
    "profile": "full",
    "own-1": "short",
    "own-1-words": "een spoedbesluit van de burgemeester",
}


def moments() -> Iterator[Moment]:
    """What is always scanned, the pre-scans, five scans, two decisions, and looking again."""
    yield Moment(140, partial(_always, by="coordinator"))
    for days_ago, by, item, yes, unknown in PRESCANS:
        yield Moment(
            days_ago, partial(_prescan, by=by, item=item, yes=yes.split(), unknown=unknown.split())
        )
    yield Moment(112, partial(_grants, by="beleid"))
    yield Moment(98, partial(_sign, by="secretaris"))
    yield Moment(31, partial(_again, by="beleid"))
    yield Moment(62, partial(_preschool, by="beleid"))
    yield Moment(54, partial(_vision, by="coordinator"))
    yield Moment(40, partial(_home_visits, by="beleid"))
    yield Moment(38, partial(_sign_home_visits, by="secretaris"))
    yield Moment(17, partial(_vacancy, by="hr"))


def _prescan(
    world: World, at: datetime, *, by: str, item: str, yes: list[str], unknown: list[str]
) -> None:
    fixed = {"risk-profiles": ["profile"], "community-grants": ["subsidy"]}
    answers = {
        one: "yes" if one in yes else "unknown" if one in unknown else "no" for one in QUESTIONS
    }
    services.record_prescan(
        item=world.items[item],
        answers=answers,
        triggers=fixed.get(item, ()),
        by=world.people[by],
        now=at,
    )


def _always(world: World, at: datetime, *, by: str) -> None:
    wanted = dict.fromkeys(FIELDS, "") | ALWAYS
    services.set_triggers(wanted=wanted, by=world.people[by], now=at)


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


def _vision(world: World, at: datetime, *, by: str) -> None:
    scan = services.begin_scan(
        item=world.items["vision"],
        question_list="vision",
        about="de visie van vorig jaar",
        aim="Medewerkers en inwoners lezen waar de gemeente voor staat.",
        delivery="",
        with_conditions="unknown",
        with_partners="unknown",
        recheck_on=world.day(-AFTER_DAYS),
        by=world.people[by],
        now=at,
    )
    answer_all(world, at, scan=scan, said=VISION_CHECK, by=by)


def _home_visits(world: World, at: datetime, *, by: str) -> None:
    scan = services.begin_scan(
        item=world.items["home-visits"],
        question_list="short",
        about="protocol na de uitspraak van de rechter",
        aim="Alleen thuis kijken als het nodig is, en met toestemming.",
        haste="De rechter keurde het oude protocol af. Zonder nieuw protocol liggen alle bezoeken "
        "stil.",
        delivery="own",
        with_conditions="unknown",
        with_partners="unknown",
        recheck_on=world.day(-24),
        by=world.people[by],
        now=at,
    )
    answer_all(world, at, scan=scan, said=HOME_VISITS, by=by)


def _sign_home_visits(world: World, at: datetime, *, by: str) -> None:
    scan = Scan.objects.get(item=world.items["home-visits"])
    services.sign_scan(
        scan=scan,
        choice=Choice.DESPITE,
        reason="Het oude protocol mag niet meer. Tot de volledige toets is elk bezoek vooraf "
        "gemeld, en kijkt een tweede medewerker mee bij de keuze.",
        seen=mark_of(seen_now(scan)),
        by=world.people[by],
        now=at,
    )


def _vacancy(world: World, at: datetime, *, by: str) -> None:
    scan = services.begin_scan(
        item=world.items["vacancies"],
        question_list="vacancy",
        about="tekst voor een medewerker vergunningen",
        aim="Aanvragen voor vergunningen beoordelen en uitleggen.",
        delivery="own",
        with_conditions="unknown",
        with_partners="unknown",
        recheck_on=world.day(-AFTER_DAYS),
        by=world.people[by],
        now=at,
    )
    answer_all(world, at, scan=scan, said=VACANCY, by=by)


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
