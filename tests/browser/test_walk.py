"""Every named route, as every role, wide and narrow, with and without JavaScript."""

from hashlib import sha256

import pytest
from django.conf import settings
from django.test import Client

from tests.browser.axe import faults
from tests.browser.conftest import NARROW, NOON, WIDE
from tests.browser.test_access import PLANTED
from tests.web.routes import address, named_routes
from tests.web.test_access import allowed
from waterpas.web.config.example import fill
from waterpas.web.people.models import Person
from waterpas.web.people.roles import ROLES

TENTH = 10
# What is fetched, not looked at; and what ends the walk.
NOT_A_PAGE = {"people:log_out", "language"}
SIZES = {"1280": WIDE, "360": NARROW}


def taken(*words: object, prove: bool) -> bool:
    """Whether this page is looked at: all of them under make prove, else a fixed tenth."""
    number = int(sha256(" ".join(map(str, words)).encode()).hexdigest(), 16)
    return prove or number % TENTH == 0


@pytest.fixture
def town(live_server):
    """Voorbeeldstad, served."""
    fill(NOON)
    return live_server.url


def cookie_of(role: str, url: str) -> dict[str, str]:
    """The session of somebody in Voorbeeldstad with this role."""
    person = Person.objects.filter(roles_held__role=role).order_by("pk").first()
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


def wrong_with(page, url: str, *, javascript: bool) -> object:
    """What is wrong with a page; axe itself needs JavaScript, the rest does not."""
    answer = page.goto(url)
    if answer is not None and answer.status >= 400:
        return answer.status
    if page.evaluate("document.documentElement.scrollWidth") > page.viewport_size["width"]:
        return "scrolls sideways"
    if javascript:
        return faults(page)
    return None if page.locator("h1").count() == 1 else "has not one heading"


@pytest.mark.proof
@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("role", ROLES)
def test_every_page_can_be_read_by_everybody(chromium, town, role, size, javascript, prove):
    context = chromium.new_context(
        viewport=SIZES[size], locale="nl-NL", java_script_enabled=javascript
    )
    context.add_cookies([cookie_of(role, town)])
    page = context.new_page()
    bad: dict[str, object] = {}
    for route in named_routes():
        may = allowed(route)
        if route.name in NOT_A_PAGE or (may is not None and role not in may):
            continue
        if not taken(route.name, role, size, javascript, prove=prove):
            continue
        if Client().get(address(route)).status_code == 405 or route.name in DOWNLOADS:
            continue
        if found := wrong_with(page, town + address(route), javascript=javascript):
            bad[route.name] = found
    context.close()

    assert bad == {}


@pytest.mark.parametrize("size", SIZES)
def test_planted_faults_are_found(chromium, size, tmp_path):
    """Positive control: what the walk asks of a page finds faults, in both sizes."""
    planted = tmp_path / "planted.html"
    planted.write_text(PLANTED.replace("<body>", "<body><div style='width:2000px'>x</div>"))
    page = chromium.new_page(viewport=SIZES[size])
    page.goto(planted.as_uri())

    assert wrong_with(page, planted.as_uri(), javascript=True) == "scrolls sideways"
    assert {"image-alt", "label", "color-contrast"} <= set(faults(page))
    page.close()


DOWNLOADS = {"studies:csv", "studies:json", "studies:svg", "studies:pdf"}
