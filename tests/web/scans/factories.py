"""Scans for tests. Each is ready; a test takes away what it is about."""

from datetime import timedelta
from itertools import count

from django.utils.timezone import localdate

from tests.web.findings.factories import item
from tests.web.world import NOON, person
from waterpas.web.register.models import Item, Kind, Role
from waterpas.web.scans import services
from waterpas.web.scans.models import Answer, Scan
from waterpas.web.scans.rules import QUESTIONS

_numbers = count(1)
FAR = localdate() + timedelta(days=700)
ANSWERS = dict.fromkeys(QUESTIONS, "no")
OPENING = {
    "about": "concept van maart",
    "aim": "Bewonersgroepen makkelijker geld geven.",
    "delivery": "own",
    "with_conditions": "yes",
    "with_partners": "no",
    "recheck_on": FAR,
}
SAYS = {
    "value": "happens",
    "reason": "De regeling vraagt geen papieren meer.",
    "sources": "Artikel 3",
    "asked": "no",
    "why_not": "Daar was nog geen tijd voor.",
}


def policy(**more) -> Item:
    """An item that the criteria are about."""
    values = {"title": f"Regeling {next(_numbers)}", "kind": Kind.POLICY} | more
    return item(role=Role.POLICY_MAKER, **values)


def scan(of: Item | None = None, **more) -> Scan:
    """A scan without answers."""
    opening = OPENING | more
    return services.begin_scan(item=of or policy(), **opening, by=person(), now=NOON)


def answer(of: Scan, criterion: str, *, now=NOON, **more) -> Answer:
    """The answer to one criterion, as the first time."""
    there = of.answers.filter(stage=of.stage, criterion=criterion).first()
    return services.answer_criterion(
        scan=of,
        criterion=criterion,
        says=SAYS | more,
        version=there.version if there else 0,
        by=person(),
        now=now,
    )


def form(**more) -> dict[str, object]:
    """What somebody fills in for a criterion."""
    return SAYS | {"version": 0, "started": ""} | more
