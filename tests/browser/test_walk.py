"""Every named route, as every role, wide and narrow, with and without JavaScript."""

from hashlib import sha256

import pytest
from django.conf import settings
from django.test import Client

from tests.browser.axe import faults
from tests.browser.conftest import NARROW, NOON, WIDE
from tests.browser.test_access import PLANTED
from tests.web.routes import Route, address, named_routes
from tests.web.test_access import allowed
from tests.web.town import filled
from waterpas.web.people.models import Person
from waterpas.web.people.roles import ROLES
from waterpas.web.studies.models import Study, StudyMember

TENTH = 10
# The one role in Voorbeeldstad that is a member of a study, and so sees its inner pages.
MEMBER = "researcher"
SIZES = {"1280": WIDE, "360": NARROW}


def taken(*words: object, prove: bool) -> bool:
    """Whether this page is looked at: all of them under make prove, else a fixed tenth."""
    number = int(sha256(" ".join(map(str, words)).encode()).hexdigest(), 16)
    return prove or number % TENTH == 0


@pytest.fixture
def town(live_server):
    """Voorbeeldstad, served; its researcher is a member of every study."""
    filled(NOON)
    for study in Study.objects.all():
        StudyMember.objects.get_or_create(
            study=study, person=somebody(MEMBER), defaults={"added_at": NOON, "added_by": "test"}
        )
    return live_server.url


def somebody(role: str) -> Person:
    """Somebody in Voorbeeldstad with this role."""
    return Person.objects.filter(roles_held__role=role).order_by("pk").first()


def logged_in(role: str) -> Client:
    client = Client()
    client.force_login(somebody(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def may_come(role: str, route: Route) -> bool:
    """Whether this role gets in; what is for members only, for the member."""
    may = allowed(route)
    return may is None or role in may or (not may and role == MEMBER)


def page_of(client: Client, route: Route) -> str | None:
    """The address, when what is there is a page: no form to send, no download, no way on."""
    path = address(route)
    answer = client.get(path)
    is_page = answer.get("Content-Type", "").startswith("text/html")
    is_file = "attachment" in answer.get("Content-Disposition", "")
    return path if is_page and not is_file and answer.status_code not in (302, 405) else None


def wrong_with(page, url: str, *, javascript: bool) -> object:
    """What is wrong with a page, wide and narrow: it is opened once, and then made narrow."""
    page.set_viewport_size(WIDE)
    answer = page.goto(url)
    if answer is not None and answer.status >= 400:
        return answer.status
    for size in SIZES.values():
        page.set_viewport_size(size)
        if found := wrong_at(page, javascript=javascript):
            return found
    return None


def wrong_at(page, *, javascript: bool) -> object:
    """The same at the size that it has; axe itself needs JavaScript, the rest does not."""
    if page.evaluate("document.documentElement.scrollWidth") > page.viewport_size["width"]:
        return "scrolls sideways"
    if javascript:
        return faults(page)
    return None if page.locator("h1").count() == 1 else "has not one heading"


@pytest.mark.proof
@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
@pytest.mark.parametrize("role", ROLES)
def test_every_page_can_be_read_by_everybody(chromium, town, role, javascript, prove):
    context = chromium.new_context(locale="nl-NL", java_script_enabled=javascript)
    client = logged_in(role)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": town}])
    page = context.new_page()
    bad: dict[str, object] = {}
    for route in named_routes():
        if not may_come(role, route) or not taken(route.name, role, javascript, prove=prove):
            continue
        if (path := page_of(client, route)) is None:
            continue
        if found := wrong_with(page, town + path, javascript=javascript):
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

    assert wrong_at(page, javascript=True) == "scrolls sideways"
    assert wrong_with(page, planted.as_uri(), javascript=True) == "scrolls sideways"
    page.set_viewport_size(SIZES[size])
    assert {"image-alt", "label", "color-contrast"} <= set(faults(page))
    page.close()
