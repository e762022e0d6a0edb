"""A word without an end, or a pasted address, stays inside the page on a telephone."""

import pytest
from django.urls import reverse

from tests.browser.conftest import NARROW, session_of
from tests.web.actions import factories as actions
from tests.web.findings import factories as findings
from tests.web.scans import factories as scans
from tests.web.studies.factories import measured
from tests.web.world import begun, person, position
from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.types import EventType
from waterpas.web.people.models import Person

WORD = ("voorwaarden" * 19)[:200]
ADDRESS = "https://www.gemeente.example/" + "besluiten-van-het-college/" * 6


@pytest.fixture
def addresses(live_server) -> dict[str, str]:
    """The main pages of a municipality in which everything has an endless name."""
    by = person("coordinator", name=WORD[:120])
    begun()
    owner = position(WORD[:150], by)
    item = findings.item(title=WORD, owner=owner, description=ADDRESS, carried_out_by=WORD)
    says = {"title": WORD, "for_whom": ADDRESS, "explanation": WORD, "item": item}
    finding = findings.finding(**says, evidence=findings.RULE)
    action = actions.action(finding, title=WORD, change=ADDRESS, owner=owner)
    scan = scans.scan(scans.policy(title=WORD, owner=owner), about=WORD[:120], aim=ADDRESS)
    rows = ((WORD, 800, 80), (ADDRESS, 400, 80))
    study = measured(by, rows, title=WORD, question=WORD, unit=WORD).study
    audit.record(EventType.ITEM_ADDED, subject=item, by=by, at=scans.NOON)
    named = {"study": study, "finding": finding, "action": action, "scan": scan, "item": item}
    return {
        **{
            f"{name} {part}": part_of(part, one)
            for name, one in named.items()
            for part in PAGES[name]
        },
        **{name: reverse(name) for name in LISTS},
        "person": reverse("people:person", args=[by.pk]),
        "function": reverse("people:position", args=[owner.pk]),
    }


LISTS = (
    "home",
    "approach:tasks",
    "register:list",
    "findings:list",
    "findings:add",
    "actions:list",
    "studies:list",
    "scans:list",
    "people:list",
    "people:log",
    "people:municipality",
)
PAGES = {
    "study": ("studies:study", "studies:result", "studies:change", "studies:tally"),
    "finding": ("findings:detail", "findings:change", "findings:decide"),
    "action": ("actions:detail", "actions:change"),
    "scan": ("scans:detail", "scans:change"),
    "item": ("register:item", "register:change", "register:retire"),
}


def part_of(route: str, one) -> str:
    return reverse(route, args=[one.pk])


def width_of(page) -> int:
    return page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.django_db(transaction=True)
def test_no_page_grows_wider_than_the_telephone(chromium, live_server, addresses):
    context = chromium.new_context(viewport=NARROW, locale="nl-NL")
    context.add_cookies([session_of(Person.objects.order_by("pk").first(), live_server.url)])
    page = context.new_page()
    found = {}
    for name, path in addresses.items():
        assert page.goto(live_server.url + path).status == 200, path
        if (width := width_of(page)) > NARROW["width"]:
            found[name] = width
    context.close()
    assert found == {}
